package io.biggerbox.text.themes;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The sense of every stem, both as numbers. Immutable. */
final class SenseNumbers {
    private final int[] senses;

    /** @param classes the sense of each stem that has a class; all others mean themselves */
    SenseNumbers(Map<Integer, Integer> classes) {
        int size = 0;
        for (int stem : classes.keySet()) {
            size = Math.max(size, stem + 1);
        }
        this.senses = new int[size];
        Arrays.setAll(senses, stem -> classes.getOrDefault(stem, stem));
    }

    int of(int stem) {
        return stem >= 0 && stem < senses.length ? senses[stem] : stem;
    }

    /** All stems that mean one of these. */
    Set<Integer> stems(Set<Integer> meant) {
        Set<Integer> stems = new HashSet<>();
        for (int stem : meant) {
            if (of(stem) == stem) {
                stems.add(stem);
            }
        }
        for (int stem = 0; stem < senses.length; stem++) {
            if (meant.contains(senses[stem])) {
                stems.add(stem);
            }
        }
        return stems;
    }
}
