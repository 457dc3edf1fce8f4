package io.biggerbox.compiler;

import java.util.List;

/**
 * What customers wrote before.
 *
 * @param judged texts that somebody put into themes: a labelled history, or corrections
 * @param open texts of which nobody said what they are about
 */
public record History(List<Example> judged, List<String> open) {
    /** No history at all. */
    public static final History NONE = new History(List.of(), List.of());

    public History {
        judged = List.copyOf(judged);
        open = List.copyOf(open);
    }
}
