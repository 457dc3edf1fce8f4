package io.biggerbox.text.learned;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/** For every word sequence that tells something, the classes that it speaks for or against. Immutable. */
final class FeatureTable {
    private static final int FREE = -1;
    private static final int SPREAD = 0x9e3779b9;
    private static final int LEAST_FEATURE = Integer.BYTES + 1;

    private final int[] hashes;

    /** Where the weights of each feature begin, and at last where they end. */
    private final int[] starts;

    private final short[] classes;
    private final float[] weights;

    /** Places of the features, open addressing. */
    private final int[] slots;

    private FeatureTable(int[] hashes, int[] starts, short[] classes, float[] weights) {
        this.hashes = hashes;
        this.starts = starts;
        this.classes = classes;
        this.weights = weights;
        this.slots = new int[Math.max(4, Integer.highestOneBit(hashes.length + 1) * 4)];
        Arrays.fill(slots, FREE);
        for (int i = 0; i < hashes.length; i++) {
            int at = slot(hashes[i]);
            while (slots[at] != FREE) {
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = i;
        }
    }

    /** Reads it; nothing is reserved that the bytes cannot fill. */
    static FeatureTable read(DataInputStream in, int labels, boolean narrow) throws IOException {
        float scale = in.readFloat();
        int count = in.readInt();
        if (!Float.isFinite(scale) || count < 0 || (long) count * LEAST_FEATURE > in.available()) {
            throw new IOException("it ends too early");
        }
        int[] hashes = new int[count];
        for (int i = 0; i < count; i++) {
            hashes[i] = in.readInt();
            if (i > 0 && hashes[i] <= hashes[i - 1]) {
                throw new IOException("its word sequences are not in order");
            }
        }
        int[] starts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            starts[i + 1] = starts[i] + in.readUnsignedByte();
        }
        int all = starts[count];
        if ((long) all * (narrow ? 2 : 3) > in.available()) {
            throw new IOException("it ends too early");
        }
        short[] classes = new short[all];
        float[] weights = new float[all];
        for (int i = 0; i < all; i++) {
            int label = narrow ? in.readUnsignedByte() : in.readUnsignedShort();
            if (label >= labels) {
                throw new IOException("it has a weight for theme " + label + " of " + labels);
            }
            classes[i] = (short) label;
            weights[i] = scale * in.readByte();
        }
        return new FeatureTable(hashes, starts, classes, weights);
    }

    /** Adds the weights of one feature. */
    void add(int hash, float[] logits) {
        int feature = find(hash);
        if (feature != FREE) {
            for (int i = starts[feature]; i < starts[feature + 1]; i++) {
                logits[classes[i]] += weights[i];
            }
        }
    }

    /** The weight of one feature for one class; 0 if it has none. */
    float weight(int hash, int label) {
        int feature = find(hash);
        if (feature != FREE) {
            for (int i = starts[feature]; i < starts[feature + 1]; i++) {
                if (classes[i] == label) {
                    return weights[i];
                }
            }
        }
        return 0;
    }

    private int find(int hash) {
        int at = slot(hash);
        while (slots[at] != FREE) {
            if (hashes[slots[at]] == hash) {
                return slots[at];
            }
            at = (at + 1) & (slots.length - 1);
        }
        return FREE;
    }

    private int slot(int hash) {
        return ((hash * SPREAD) >>> 8) & (slots.length - 1);
    }
}
