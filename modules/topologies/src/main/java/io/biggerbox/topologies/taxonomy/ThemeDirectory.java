package io.biggerbox.topologies.taxonomy;

import io.biggerbox.recurrence.Themes;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names, parents and owners of the themes of one taxonomy version. */
public final class ThemeDirectory implements Themes {

    /** Team of themes that nobody owns, or that the taxonomy no longer has. */
    public static final String UNASSIGNED = "unassigned";

    private final String version;
    private final Map<String, Theme> themes;

    /**
     * The themes of one version.
     *
     * @param taxonomy the taxonomy
     */
    public ThemeDirectory(Taxonomy taxonomy) {
        version = taxonomy.version();
        themes = taxonomy.themes().stream().collect(Collectors.toUnmodifiableMap(Theme::id, Function.identity()));
    }

    /** Version of the taxonomy. */
    public String version() {
        return version;
    }

    @Override
    public String nameOf(String themeId) {
        @Nullable Theme theme = themes.get(themeId);
        return theme == null ? themeId : theme.name();
    }

    @Override
    public @Nullable String parentOf(String themeId) {
        @Nullable Theme theme = themes.get(themeId);
        return theme == null ? null : theme.parent();
    }

    /** True also when there are no themes at all: then somebody else has labelled. */
    @Override
    public boolean isListenedFor(String themeId) {
        return themes.isEmpty() || themes.containsKey(themeId);
    }

    /** The team that owns the theme, or {@link #UNASSIGNED}. */
    public String teamOf(String themeId) {
        @Nullable Theme theme = themes.get(themeId);
        return theme == null || theme.team().isBlank() ? UNASSIGNED : theme.team();
    }
}
