package io.biggerbox.text.themes;

import io.biggerbox.text.rules.RuleFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a word tells, from how rare it is in what customers write. Independent of the taxonomy, so that a new theme
 * never changes what another one finds.
 */
final class Rarity {
    private static final double RAREST = 12;
    private static final double TENTHS = 10;

    private final Map<String, Double> bits;

    private Rarity(Map<String, Double> bits) {
        this.bits = Map.copyOf(bits);
    }

    static Rarity shipped() {
        Map<String, Double> bits = new HashMap<>();
        List<String> lines = RuleFiles.lines("rarity.tsv");
        for (String line : lines) {
            int tab = line.indexOf('\t');
            bits.put(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)) / TENTHS);
        }
        return new Rarity(bits);
    }

    /** From 1 to 12 bits. */
    double of(String stem) {
        return Math.max(1, bits.getOrDefault(stem, RAREST));
    }
}
