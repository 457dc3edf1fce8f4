package io.biggerbox.training.cascade;

import io.biggerbox.text.Leaning;
import java.util.Comparator;
import java.util.List;

/**
 * How far each of two readers is trusted where the first is unsure.
 *
 * @param first factor of the fast reader's answer
 * @param second factor of the sentence model's
 */
public record Trust(double first, double second) {
    private static final int STEPS = 30;
    private static final double STEP = 0.05;

    /** The part of the texts, those with the least margin, by which trust is set: whoever is sure is not asked again. */
    private static final int UNSURE = 2;

    /** The trusts that make the judgements least surprising. */
    public static Trust of(List<Pair> pairs) {
        List<Pair> unsure = pairs.stream()
                .sorted(Comparator.comparingDouble(pair -> pair.first().margin()))
                .limit(pairs.size() / UNSURE)
                .toList();
        Trust best = new Trust(0, 1);
        double least = Double.MAX_VALUE;
        for (int f = 0; f <= STEPS; f++) {
            for (int s = 1; s <= STEPS; s++) {
                Trust trust = new Trust(f * STEP, s * STEP);
                double surprise = unsure.stream()
                        .mapToDouble(pair -> pair.surprise(trust.together(pair)))
                        .sum();
                if (surprise < least) {
                    least = surprise;
                    best = trust;
                }
            }
        }
        return best;
    }

    private Leaning together(Pair pair) {
        return new Leaning(
                first * pair.first().negative() + second * pair.second().negative(),
                first * pair.first().positive() + second * pair.second().positive());
    }
}
