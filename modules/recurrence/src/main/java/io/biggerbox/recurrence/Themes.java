package io.biggerbox.recurrence;

import org.jspecify.annotations.Nullable;

/** What is known about themes: what people call them, and which belong together. */
public interface Themes {

    /** Nothing is known: themes are called by their ids, and each stands alone. */
    Themes UNKNOWN = new Themes() {
        @Override
        public String nameOf(String theme) {
            return theme;
        }

        @Override
        public @Nullable String parentOf(String theme) {
            return null;
        }
    };

    /**
     * What people call a theme; its id when it is not known.
     *
     * @param theme id of the theme
     */
    String nameOf(String theme);

    /**
     * Id of the theme that {@code theme} is a part of, or null.
     *
     * @param theme id of the theme
     */
    @Nullable
    String parentOf(String theme);

    /**
     * Whether the theme is still listened for. That nobody complains any more about one that was renamed, merged into
     * another or given up is no improvement.
     *
     * @param theme id of the theme
     */
    default boolean isListenedFor(String theme) {
        return true;
    }

    /**
     * Whether two themes may be faces of one problem: parts of the same theme, or one a part of the other.
     *
     * @param theme id of a theme
     * @param other id of another one
     */
    default boolean belongTogether(String theme, String other) {
        String parent = parentOf(theme);
        String otherParent = parentOf(other);
        return !theme.equals(other)
                && (other.equals(parent)
                        || theme.equals(otherParent)
                        || (parent != null && parent.equals(otherParent)));
    }
}
