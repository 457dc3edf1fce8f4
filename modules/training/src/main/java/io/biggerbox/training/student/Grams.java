package io.biggerbox.training.student;

/** Weights of word sequences, learned with AdaGrad (Duchi et al., 2011): each as fast as it is rare. */
final class Grams {
    private static final float DECAY = 1e-4f;
    private static final float CALM = 1e-2f;

    /** Slopes come divided by the batch; a sequence is seldom in it twice. */
    private static final float BATCH = 64;

    private static final int CLASSES = Network.CLASSES;

    final float[] weights;
    private final float[] squares;

    Grams(int buckets) {
        this.weights = new float[buckets * CLASSES];
        this.squares = new float[weights.length];
    }

    private static float norm(int[] grams) {
        return (float) (1 / Math.sqrt(grams.length + 2.0));
    }

    void forward(int[] grams, float[] logits) {
        float norm = norm(grams);
        for (int gram : grams) {
            logits[0] += norm * weights[gram * CLASSES];
            logits[1] += norm * weights[gram * CLASSES + 1];
        }
    }

    void step(int[] grams, float[] slope, float rate) {
        float norm = norm(grams);
        for (int gram : grams) {
            for (int c = 0; c < CLASSES; c++) {
                int at = gram * CLASSES + c;
                float g = slope[c] * norm * BATCH + DECAY * weights[at];
                squares[at] += g * g;
                weights[at] -= rate * g / (float) Math.sqrt(squares[at] + CALM);
            }
        }
    }
}
