package io.biggerbox.cli.evaluate;

import io.biggerbox.text.redaction.Found;
import java.util.List;

/**
 * A text in which somebody marked the personal data, and what the redactor hides in it.
 *
 * @param number its place in the file, from 1
 * @param text the text
 * @param marked what somebody marked
 * @param hidden what the redactor hides
 */
public record PrivateText(long number, String text, List<Found> marked, List<Found> hidden) {

    public PrivateText {
        marked = List.copyOf(marked);
        hidden = List.copyOf(hidden);
    }
}
