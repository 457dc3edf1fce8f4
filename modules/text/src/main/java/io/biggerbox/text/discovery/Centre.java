package io.biggerbox.text.discovery;

/**
 * The middle of all pain, from which likeness is measured: what every sentence of a bank's customers has in common tells
 * nothing about any of them. Fades like everything else.
 */
final class Centre {

    /** It moves slowly: it is looked at once in so many sentences, and at the end of the day. */
    private static final int SETTLED_EVERY = 256;

    /** Sentences that the origin counts for, so that the first few do not make the middle. */
    private static final double PRIOR = 20;

    private final float[] sum;
    private double weight;
    private long at;

    /** The middle that is in use; between two calls of {@link #settle} it stands still. */
    private final float[] mean;

    private double spread = 1;
    private int added;

    Centre(int dimensions) {
        sum = new float[dimensions];
        mean = new float[dimensions];
    }

    void add(float[] vector, long when, Fading fading) {
        double left = fading.between(at, when);
        double share = fading.between(when, at);
        Vectors.add(sum, left, vector, share);
        weight = weight * left + share;
        at = Math.max(at, when);
        added++;
    }

    /** Whether enough has come that it may have moved. */
    boolean isDue() {
        return added >= SETTLED_EVERY;
    }

    /** Moves the middle in use to where it is now. */
    void settle() {
        added = 0;
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / (weight + PRIOR));
        }
        spread = Math.max(1e-3, 1 - Vectors.dot(mean, mean));
    }

    /** Mean squared distance of unit vectors from the middle. */
    double spread() {
        return spread;
    }

    /** {@code sum} of vectors that weigh {@code total}, seen from the middle. */
    float[] seen(float[] vectors, double total) {
        float[] seen = vectors.clone();
        Vectors.add(seen, 1, mean, -total);
        return seen;
    }

    byte[] write() {
        return DiscoveryCodec.write(out -> {
            out.writeDouble(weight);
            out.writeDouble(spread);
            out.writeLong(at);
            out.writeInt(added);
            for (int i = 0; i < sum.length; i++) {
                out.writeFloat(sum[i]);
                out.writeFloat(mean[i]);
            }
        });
    }

    static Centre read(byte[] bytes, int dimensions) {
        return DiscoveryCodec.read(bytes, in -> {
            Centre centre = new Centre(dimensions);
            centre.weight = in.readDouble();
            centre.spread = in.readDouble();
            centre.at = in.readLong();
            centre.added = in.readInt();
            for (int i = 0; i < dimensions; i++) {
                centre.sum[i] = in.readFloat();
                centre.mean[i] = in.readFloat();
            }
            return centre;
        });
    }
}
