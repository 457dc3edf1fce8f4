package io.biggerbox.cli.output;

import java.util.List;

/** A row of bars, one a day. */
public final class Sparkline {

    private static final String BARS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /**
     * Draws counts; the highest bar is the largest count, and a day without any is a dot.
     *
     * @param counts not negative
     */
    public static String of(List<Integer> counts) {
        int max = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        StringBuilder line = new StringBuilder(counts.size());
        for (int count : counts) {
            if (count <= 0) {
                line.append('·');
            } else {
                line.append(BARS.charAt((int) (((long) count * BARS.length() - 1) / max)));
            }
        }
        return line.toString();
    }
}
