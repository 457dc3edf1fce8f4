package io.biggerbox.training.meaning;

/**
 * Moves one number of all words so that the weighted sum over the words of a text comes close to the same number of the text:
 * least squares, in which moving costs (ridge regression), by conjugate gradients (Hestenes and Stiefel, 1952).
 */
final class RidgeFit {
    private static final double COST = 1;
    private static final int STEPS = 15;
    private static final double SMALL = 1e-12;

    private RidgeFit() {}

    /**
     * Fits.
     *
     * @param sums the texts
     * @param start the number of every word to begin with
     * @param wanted the number of every text
     */
    static double[] fit(WordSums sums, double[] start, double[] wanted) {
        double[] missing = sums.totals(start);
        for (int t = 0; t < missing.length; t++) {
            missing[t] = wanted[t] - missing[t];
        }
        double[] moved = start.clone();
        double[] move = new double[start.length];
        double[] residual = sums.spread(missing);
        double[] direction = residual.clone();
        double before = dot(residual, residual);
        for (int step = 0; step < STEPS && before > SMALL; step++) {
            double[] image = sums.spread(sums.totals(direction));
            for (int w = 0; w < image.length; w++) {
                image[w] += COST * direction[w];
            }
            double length = before / dot(direction, image);
            for (int w = 0; w < move.length; w++) {
                move[w] += length * direction[w];
                residual[w] -= length * image[w];
            }
            double after = dot(residual, residual);
            for (int w = 0; w < move.length; w++) {
                direction[w] = residual[w] + after / before * direction[w];
            }
            before = after;
        }
        for (int w = 0; w < moved.length; w++) {
            moved[w] += move[w];
        }
        return moved;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
