package io.biggerbox.text.redaction;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits with separators between them, as phone numbers, cards and dates are written.
 *
 * @param text the whole text
 * @param starts where each group starts
 * @param ends where each group ends
 */
record DigitRun(String text, List<Integer> starts, List<Integer> ends) {
    private static final int MOST_GROUPS = 12;
    private static final int WIDEST_GAP = 2;

    /** The run that starts at the digit {@code from}. */
    static DigitRun at(String text, int from) {
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int at = from;
        while (starts.size() < MOST_GROUPS) {
            int end = at;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            starts.add(at);
            ends.add(end);
            int next = end;
            while (next < text.length() && next - end < WIDEST_GAP && " -./()\u00a0".indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            if (next == end || next >= text.length() || !isDigit(text.charAt(next))) {
                break;
            }
            at = next;
        }
        return new DigitRun(text, starts, ends);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    int groups() {
        return starts.size();
    }

    int end() {
        return ends.get(ends.size() - 1);
    }

    int length(int group) {
        return ends.get(group) - starts.get(group);
    }

    int digits(int first, int last) {
        int digits = 0;
        for (int g = first; g <= last; g++) {
            digits += length(g);
        }
        return digits;
    }

    /** Value of a group of at most nine digits; −1 for a longer one. */
    int value(int group) {
        return length(group) > 9 ? -1 : Integer.parseInt(text.substring(starts.get(group), ends.get(group)));
    }

    char firstDigit(int group) {
        return text.charAt(starts.get(group));
    }

    String gapAfter(int group) {
        return text.substring(ends.get(group), starts.get(group + 1));
    }

    /** Whether only these separators stand between the groups. */
    boolean separatedBy(int first, int last, String allowed) {
        for (int g = first; g < last; g++) {
            String gap = gapAfter(g);
            for (int i = 0; i < gap.length(); i++) {
                if (allowed.indexOf(gap.charAt(i)) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the groups have exactly these lengths. */
    boolean shaped(int first, int... lengths) {
        if (first + lengths.length > groups()) {
            return false;
        }
        for (int k = 0; k < lengths.length; k++) {
            if (length(first + k) != lengths[k]) {
                return false;
            }
        }
        return true;
    }
}
