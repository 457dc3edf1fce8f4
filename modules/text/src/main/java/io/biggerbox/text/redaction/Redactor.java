package io.biggerbox.text.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Replaces personal data by markers. Linear time, no regular expressions; immutable. Redacting a redacted text changes
 * nothing.
 */
public final class Redactor {
    private final Set<PersonalData> kinds;

    private Redactor(Set<PersonalData> kinds) {
        this.kinds = kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
    }

    /** Replaces every kind. */
    public static Redactor everything() {
        return new Redactor(EnumSet.allOf(PersonalData.class));
    }

    /**
     * Replaces only some kinds; none leaves texts as they are.
     *
     * @param kinds what to replace
     */
    public static Redactor of(Set<PersonalData> kinds) {
        return new Redactor(kinds);
    }

    /** The text with markers; the same string when there is nothing to hide. */
    public String redact(String text) {
        if (kinds.isEmpty()) {
            return text;
        }
        List<Found> found = find(text);
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (Found next : found) {
            // overlapping finds: the earlier, longer one stands
            if (next.start() >= at && kinds.contains(next.kind())) {
                out.append(text, at, next.start()).append(next.kind().marker());
                at = next.end();
            }
        }
        return out.append(text, at, text.length()).toString();
    }

    private static List<Found> find(String text) {
        boolean digits = false;
        boolean at = false;
        boolean capitals = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits |= c >= '0' && c <= '9';
            at |= c == '@';
            capitals |= Character.isUpperCase(c);
        }
        List<Found> found = new ArrayList<>();
        Links.find(text, found);
        if (at) {
            AtSigns.find(text, found);
        }
        if (digits) {
            Addresses.find(text, found);
            Ibans.find(text, found);
            Numbers.find(text, found);
        }
        if (capitals) {
            Names.find(text, found);
        }
        found.sort(Comparator.comparingInt(Found::start)
                .thenComparing(Comparator.comparingInt(Found::end).reversed()));
        return found;
    }
}
