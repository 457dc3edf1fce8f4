package io.biggerbox.compiler;

import java.util.List;

/**
 * One text that somebody put into themes.
 *
 * @param text as a customer wrote it
 * @param themes ids of its themes; empty if it belongs to none of them
 * @param phrase whether it is an example phrase of the taxonomy
 */
public record Example(String text, List<String> themes, boolean phrase) {
    public Example {
        themes = List.copyOf(themes);
    }
}
