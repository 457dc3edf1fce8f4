package io.biggerbox.text.taxonomy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One complaint theme.
 *
 * @param id lower-case letters, digits, dots and hyphens, unique in its taxonomy; never changes
 * @param name what people call it
 * @param description one sentence that tells it from its neighbours; may be empty
 * @param parent id of the theme that this one is a part of, or null
 * @param team who owns it: lower-case letters, digits and hyphens, because it names a topic
 * @param phrases example phrases as customers write them
 * @param include words or word sequences any of which marks the theme
 * @param exclude words or word sequences any of which rules the theme out in the same sentence
 */
public record Theme(
        String id,
        String name,
        String description,
        @Nullable String parent,
        String team,
        List<String> phrases,
        List<String> include,
        List<String> exclude) {

    public Theme {
        phrases = List.copyOf(phrases);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }
}
