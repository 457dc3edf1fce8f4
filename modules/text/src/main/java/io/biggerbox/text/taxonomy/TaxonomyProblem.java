package io.biggerbox.text.taxonomy;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a taxonomy.
 *
 * @param severity whether the taxonomy can be used in spite of it
 * @param file name of the file, or of the text that was read
 * @param theme id of the theme, or {@code themes[3]} when it has none; null for the file as a whole
 * @param field name of the field; null for the theme or file as a whole
 * @param message what is wrong, with the value
 * @param remedy what to do about it
 */
public record TaxonomyProblem(
        Severity severity, String file, @Nullable String theme, @Nullable String field, String message, String remedy) {

    /** Whether a taxonomy with the problem can be used. */
    public enum Severity {
        /** No taxonomy comes out. */
        ERROR,
        /** The taxonomy comes out all the same. */
        WARNING
    }

    /** One line for people: file, theme, field, message, remedy. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(file);
        if (theme != null) {
            line.append(": ").append(theme);
        }
        if (field != null) {
            line.append(": ").append(field);
        }
        return line.append(": ").append(message).append("; ").append(remedy).toString();
    }
}
