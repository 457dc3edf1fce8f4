package io.biggerbox.compiler;

import java.util.List;

/**
 * What was found out about one theme.
 *
 * @param theme its id
 * @param phrases example phrases
 * @param judged other texts that somebody put into it
 * @param history open texts that the compiled model puts into it
 * @param precision share of what it claims that is right, 0 to 1, estimated on texts held back; NaN if it claimed none
 * @param recall share of what belongs to it that it claims, estimated likewise; NaN if none belonged to it
 * @param recognised share of its examples that the teacher puts into it when it is not told, 0 to 1
 * @param threshold probability from which it counts
 * @param overlaps ids of themes that it is taken for, the most often first
 */
public record ThemeReport(
        String theme,
        int phrases,
        int judged,
        int history,
        double precision,
        double recall,
        double recognised,
        double threshold,
        List<String> overlaps) {
    private static final double HALF = 0.5;
    private static final int FEWEST = 3;

    public ThemeReport {
        overlaps = List.copyOf(overlaps);
    }

    /** Whether its examples do not say what it is: too few of them, or most look like another theme's. */
    public boolean undefined() {
        return phrases + judged < FEWEST || recognised < HALF;
    }
}
