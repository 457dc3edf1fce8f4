package io.biggerbox.benchmarks;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What counting words of a lexicon costs, done as the usual tools do it (VADER, Hutto and Gilbert, 2014): cut at white
 * space and signs, look every word up, turn it round after a negation, strengthen it after an intensifier.
 */
final class LexiconPeer {

    private static final Set<String> NEGATIONS =
            Set.of("not", "no", "never", "cannot", "can't", "won't", "don't", "doesn't", "didn't", "isn't", "wasn't");
    private static final Set<String> INTENSIFIERS = Set.of("very", "really", "so", "too", "absolutely", "far");
    private static final int REACH = 3;

    private final Map<String, Double> valences;

    LexiconPeer(Map<String, Double> valences) {
        this.valences = new HashMap<>(valences);
    }

    /** From −1 to +1. */
    double score(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[\\s.,!?;:()\"]+", -1);
        double sum = 0;
        for (int i = 0; i < words.length; i++) {
            double valence = valences.getOrDefault(words[i], 0.0);
            if (valence != 0) {
                for (int before = Math.max(0, i - REACH); before < i; before++) {
                    valence *= NEGATIONS.contains(words[before]) ? -0.74 : 1;
                    valence *= INTENSIFIERS.contains(words[before]) ? 1.3 : 1;
                }
                sum += valence;
            }
        }
        return sum / Math.sqrt(sum * sum + 15);
    }
}
