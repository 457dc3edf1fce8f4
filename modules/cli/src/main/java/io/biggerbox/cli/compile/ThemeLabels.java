package io.biggerbox.cli.compile;

import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the labels of a file mean in themes: ids and names of themes mean those, a mapping comes first, and {@code none}
 * and the empty label mean no theme. Several labels of one text are separated by {@code |}, {@code ;} or line ends.
 */
public final class ThemeLabels {
    /** What a label is mapped to that is no theme. */
    public static final String NONE = "none";

    private static final Pattern SEPARATOR = Pattern.compile("[|;\\r\\n]+");

    private final Map<String, String> byLabel = new HashMap<>();
    private final Set<String> unknown = new TreeSet<>();

    /**
     * @param taxonomy the themes there are
     * @param mapping themes, or {@link #NONE}, by label
     * @throws IllegalArgumentException if a label is mapped to a theme that there is not
     */
    public ThemeLabels(Taxonomy taxonomy, Map<String, String> mapping) {
        Set<String> ids = new HashSet<>();
        for (Theme theme : taxonomy.themes()) {
            ids.add(theme.id());
            byLabel.put(key(theme.name()), theme.id());
        }
        ids.forEach(id -> byLabel.put(key(id), id));
        byLabel.put(key(NONE), NONE);
        mapping.forEach((label, theme) -> {
            if (!theme.equals(NONE) && !ids.contains(theme)) {
                throw new IllegalArgumentException("--label " + label + "=" + theme
                        + ": the taxonomy has no theme of that id; use an id of it, or " + NONE);
            }
            byLabel.put(key(label), theme);
        });
    }

    private static String key(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    /** Ids of the themes that the labels of one text mean; labels that mean nothing are kept in {@link #unknown}. */
    public List<String> themes(String labels) {
        List<String> themes = new ArrayList<>();
        for (String label : SEPARATOR.split(labels, -1)) {
            if (label.isBlank()) {
                continue;
            }
            String theme = byLabel.get(key(label));
            if (theme == null) {
                unknown.add(label.strip());
            } else if (!theme.equals(NONE) && !themes.contains(theme)) {
                themes.add(theme);
            }
        }
        return themes;
    }

    /** Labels met so far that mean nothing. */
    public Set<String> unknown() {
        return Set.copyOf(unknown);
    }

    /**
     * Fails if a label was met that means nothing.
     *
     * @throws IllegalArgumentException naming the labels and the remedy
     */
    public void check() {
        if (!unknown.isEmpty()) {
            String first = unknown.iterator().next();
            throw new IllegalArgumentException("no theme has these labels as id or name: "
                    + String.join(", ", unknown.stream().limit(10).toList())
                    + "; say what they mean, for instance --label \""
                    + first + "=some.theme\" or --label \"" + first + "=" + NONE + "\"");
        }
    }
}
