package io.biggerbox.text.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What two opinion lexicons say about a word before any text is seen: Hu and Liu (KDD 2004) and VADER (ICWSM 2014).
 */
final class Priors {
    private static final double LIU = 0.55;
    private static final double VADER_RANGE = 4;

    private final Map<String, Double> valence = new HashMap<>();

    Priors(Path folder) throws IOException {
        Map<String, Double> vader = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("nltk_lexicons/vader_lexicon/vader_lexicon.txt"))) {
            String[] fields = line.split("\t", -1);
            String word = fields[0].toLowerCase(Locale.ROOT);
            if (isWord(word)) {
                vader.put(word, Double.parseDouble(fields[1]) / VADER_RANGE);
            }
        }
        liu(folder.resolve("nltk_lexicons/opinion_lexicon/positive-words.txt"), LIU);
        liu(folder.resolve("nltk_lexicons/opinion_lexicon/negative-words.txt"), -LIU);
        vader.forEach((word, value) -> valence.merge(word, value, (a, b) -> (a + b) / 2));
    }

    private void liu(Path file, double value) throws IOException {
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            if (!line.startsWith(";") && isWord(line.strip())) {
                valence.put(line.strip(), value);
            }
        }
    }

    private static boolean isWord(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '\'');
    }

    /** Words with an opinion, from −1 to +1. */
    Map<String, Double> valences() {
        return valence;
    }

    /** Valence of a feature: negation turns it (factor of VADER), a wish takes most of it. */
    double of(String feature) {
        if (feature.startsWith("!")) {
            return -0.6 * valence.getOrDefault(feature.substring(1), 0.0);
        }
        if (feature.startsWith("~")) {
            return 0.4 * valence.getOrDefault(feature.substring(1), 0.0);
        }
        return valence.getOrDefault(feature, 0.0);
    }
}
