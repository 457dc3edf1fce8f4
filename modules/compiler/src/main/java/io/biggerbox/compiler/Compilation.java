package io.biggerbox.compiler;

import io.biggerbox.text.taxonomy.Taxonomy;
import java.util.List;

/**
 * A compiled taxonomy and what is to be said about it.
 *
 * @param taxonomy with its learned model and a version of its own
 * @param teacher who taught
 * @param judged texts that somebody put into themes, phrases included
 * @param history open texts that were learned from
 * @param left open texts that were left out, because there are more than are needed
 * @param coverage share of the open texts that some theme claims, 0 to 1; NaN without any
 * @param heldBack texts that the estimates are from
 * @param agreement share of texts held back of which the likeliest class is right, 0 to 1; NaN without any
 * @param bytes size of the model
 * @param themes one row for each, in the order of the taxonomy
 */
public record Compilation(
        Taxonomy taxonomy,
        String teacher,
        int judged,
        int history,
        int left,
        double coverage,
        int heldBack,
        double agreement,
        int bytes,
        List<ThemeReport> themes) {

    public Compilation {
        themes = List.copyOf(themes);
    }
}
