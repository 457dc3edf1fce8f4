package io.biggerbox.text.rules;

import io.biggerbox.text.tokens.Stems;
import java.util.Set;

/** A word pattern with its stems as numbers, ready to be matched. */
final class NumberedPattern {
    private final WordPattern pattern;

    /** Numbers of the alternatives for every word; none for a gap. */
    private final int[][] parts;

    private NumberedPattern(WordPattern pattern, int[][] parts) {
        this.pattern = pattern;
        this.parts = parts;
    }

    static NumberedPattern of(WordPattern pattern, Stems stems) {
        int[][] parts = new int[pattern.parts().size()][];
        for (int p = 0; p < parts.length; p++) {
            Set<String> alternatives = pattern.parts().get(p);
            parts[p] = alternatives.stream().mapToInt(stems::number).sorted().toArray();
        }
        return new NumberedPattern(pattern, parts);
    }

    WordPattern pattern() {
        return pattern;
    }

    /** The {@link Stems#bit bits} of words without which no sentence matches. */
    long needed() {
        long needed = 0;
        for (int[] alternatives : parts) {
            needed |= alternatives.length == 1 ? Stems.bit(alternatives[0]) : 0;
        }
        return needed;
    }

    /** The bits of the words of which one must come second; none if any word, or no word, may. */
    long second() {
        long bits = 0;
        for (int alternative : parts.length > 1 ? parts[1] : new int[0]) {
            bits |= Stems.bit(alternative);
        }
        return bits;
    }

    int[] firstStems() {
        return parts[0].clone();
    }

    /** Position of the last word matched when the pattern starts at {@code at}; −1 when it does not. */
    int lastOf(int[] stems, int count, int at) {
        return pattern.anchored() && at > 0 ? -1 : lastOf(stems, count, at + 1, 1);
    }

    /** Gaps are short and few, so trying them all costs a bounded number of steps. The first word has been compared. */
    private int lastOf(int[] stems, int count, int from, int firstPart) {
        int at = from;
        for (int part = firstPart; part < parts.length; part++) {
            int[] alternatives = parts[part];
            if (alternatives.length == 0) {
                return afterGap(stems, count, at, part + 1);
            }
            if (at >= count || !holds(alternatives, stems[at])) {
                return -1;
            }
            at++;
        }
        return at - 1;
    }

    private int afterGap(int[] stems, int count, int from, int part) {
        for (int skip = 0; skip <= WordPattern.LONGEST_GAP && from + skip <= count; skip++) {
            int last = lastOf(stems, count, from + skip, part);
            if (last >= 0) {
                return last;
            }
        }
        return -1;
    }

    private static boolean holds(int[] alternatives, int stem) {
        for (int alternative : alternatives) {
            if (alternative == stem) {
                return true;
            }
        }
        return false;
    }
}
