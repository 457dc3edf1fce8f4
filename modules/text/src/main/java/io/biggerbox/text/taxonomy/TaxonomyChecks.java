package io.biggerbox.text.taxonomy;

import io.biggerbox.text.taxonomy.TaxonomyDraft.Placed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What must hold between the themes of a taxonomy. */
final class TaxonomyChecks {
    private static final String ID = "[a-z0-9]+(?:[.-][a-z0-9]+)*";
    private static final String TEAM = "[a-z0-9]+(?:-[a-z0-9]+)*";

    private TaxonomyChecks() {}

    static void check(TaxonomyDraft draft) {
        Map<String, Placed> byId = new HashMap<>();
        for (Placed placed : draft.themes()) {
            Theme theme = placed.theme();
            if (!theme.id().matches(ID)) {
                draft.error(
                        placed.file(),
                        theme.id(),
                        "id",
                        "'" + theme.id() + "' is no valid id",
                        "use lower-case letters, digits, dots and hyphens, for instance delivery.late");
            }
            if (!theme.team().isEmpty() && !theme.team().matches(TEAM)) {
                draft.error(
                        placed.file(),
                        theme.id(),
                        "team",
                        "'" + theme.team() + "' is no valid team",
                        "use lower-case letters, digits and hyphens: it names a topic");
            }
            if (theme.phrases().isEmpty() && theme.include().isEmpty()) {
                draft.error(
                        placed.file(),
                        theme.id(),
                        "phrases",
                        "neither phrases nor include terms",
                        "add example phrases as customers write them");
            }
            Placed earlier = byId.putIfAbsent(theme.id(), placed);
            if (earlier != null) {
                draft.error(
                        placed.file(),
                        theme.id(),
                        "id",
                        "is already a theme in " + earlier.file(),
                        "give every theme its own id");
            }
        }
        for (Placed placed : draft.themes()) {
            parent(draft, byId, placed);
        }
        phrases(draft);
    }

    private static void parent(TaxonomyDraft draft, Map<String, Placed> byId, Placed placed) {
        String parent = placed.theme().parent();
        if (parent == null) {
            return;
        }
        if (!byId.containsKey(parent)) {
            draft.error(
                    placed.file(),
                    placed.theme().id(),
                    "parent",
                    "no theme has the id '" + parent + "'",
                    "add that theme, or leave the parent out");
            return;
        }
        Set<String> seen = new HashSet<>();
        String at = placed.theme().id();
        while (at != null && seen.add(at)) {
            Placed next = byId.get(at);
            at = next == null ? null : next.theme().parent();
        }
        if (placed.theme().id().equals(at)) {
            draft.error(placed.file(), placed.theme().id(), "parent", "is its own ancestor", "break the circle");
        }
    }

    private static void phrases(TaxonomyDraft draft) {
        Map<String, String> owners = new HashMap<>();
        for (Placed placed : draft.themes()) {
            Theme theme = placed.theme();
            for (String phrase : theme.phrases()) {
                String owner =
                        owners.putIfAbsent(phrase.toLowerCase(Locale.ROOT).strip(), theme.id());
                if (owner != null && !owner.equals(theme.id())) {
                    draft.warning(
                            placed.file(),
                            theme.id(),
                            "phrases",
                            "'" + phrase + "' is a phrase of " + owner + " too",
                            "keep it where it belongs, or texts will count for both");
                }
            }
        }
    }
}
