package io.biggerbox.text.sentiment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weights found by the two halves of a feature, without putting the halves together. Open addressing; immutable after
 * construction.
 */
final class WeightTable {
    private static final int FACTOR = 31;
    private static final int SPREAD = 0x9e3779b9;

    private final @Nullable String[] features;
    private final Weight[] weights;

    WeightTable(Map<String, Weight> source) {
        int size = Integer.highestOneBit(Math.max(8, source.size())) * 4;
        this.features = new String[size];
        this.weights = new Weight[size];
        for (Map.Entry<String, Weight> entry : source.entrySet()) {
            int at = place(entry.getKey().hashCode());
            while (!features(at).isEmpty()) {
                at = (at + 1) & (size - 1);
            }
            features[at] = entry.getKey();
            weights[at] = entry.getValue();
        }
    }

    /** The weight of {@code left + right}. */
    Weight of(String left, String right) {
        int at = place(left.hashCode() * power(right.length()) + right.hashCode());
        while (!features(at).isEmpty()) {
            String feature = features(at);
            boolean found = feature.length() == left.length() + right.length()
                    && feature.startsWith(left)
                    && feature.endsWith(right);
            if (found) {
                return weights[at];
            }
            at = (at + 1) & (features.length - 1);
        }
        return Weight.NONE;
    }

    /** The weight of the pair {@code left + " " + right}. */
    Weight pair(String left, String right) {
        int hash = (left.hashCode() * FACTOR + ' ') * power(right.length()) + right.hashCode();
        int at = place(hash);
        while (!features(at).isEmpty()) {
            String feature = features(at);
            boolean found = feature.length() == left.length() + 1 + right.length()
                    && feature.charAt(left.length()) == ' '
                    && feature.startsWith(left)
                    && feature.endsWith(right);
            if (found) {
                return weights[at];
            }
            at = (at + 1) & (features.length - 1);
        }
        return Weight.NONE;
    }

    private String features(int at) {
        String feature = features[at];
        return feature == null ? "" : feature;
    }

    private int place(int hash) {
        int mixed = (hash ^ (hash >>> 15)) * SPREAD;
        return (mixed >>> 8) & (features.length - 1);
    }

    private static int power(int exponent) {
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= FACTOR;
        }
        return power;
    }
}
