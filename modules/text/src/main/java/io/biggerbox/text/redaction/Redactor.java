package io.biggerbox.text.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Replaces personal data by markers. Linear time, no regular expressions; immutable. Redacting a redacted text changes
 * nothing.
 */
public final class Redactor {
    private static final byte DIGIT = 1;
    private static final byte AT = 2;
    private static final byte CAPITAL = 4;
    private static final byte COLON = 8;

    /** What each ASCII character may be part of: without the right characters, most searches are not begun. */
    private static final byte[] SIGNS = signs();

    private final Set<PersonalData> kinds;

    private Redactor(Set<PersonalData> kinds) {
        this.kinds = kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
    }

    private static byte[] signs() {
        byte[] signs = new byte[128];
        Arrays.fill(signs, '0', '9' + 1, DIGIT);
        Arrays.fill(signs, 'A', 'Z' + 1, CAPITAL);
        signs['@'] = AT;
        signs[':'] = COLON;
        return signs;
    }

    /** Replaces every kind but order numbers. */
    public static Redactor everything() {
        return new Redactor(EnumSet.complementOf(EnumSet.of(PersonalData.ORDER)));
    }

    /** Replaces every kind, order numbers too. */
    public static Redactor everythingAndOrderNumbers() {
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
        List<Found> found = find(text);
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (Found next : found) {
            out.append(text, at, next.start()).append(next.kind().marker());
            at = next.end();
        }
        return out.append(text, at, text.length()).toString();
    }

    /** What is replaced, from left to right; no two overlap. */
    public List<Found> find(String text) {
        List<Found> found = kinds.isEmpty() ? List.of() : candidates(text);
        if (found.isEmpty()) {
            return List.of();
        }
        found.sort(Comparator.comparingInt(Found::start)
                .thenComparing(Comparator.comparingInt(Found::end).reversed()));
        List<Found> apart = new ArrayList<>(found.size());
        int at = 0;
        for (Found next : found) {
            // of overlapping finds the earlier, longer one stands; what the other one reaches beyond it is hidden too
            if (next.end() > at && kinds.contains(next.kind())) {
                apart.add(new Found(Math.max(at, next.start()), next.end(), next.kind()));
                at = next.end();
            }
        }
        return apart;
    }

    private List<Found> candidates(String text) {
        int signs = signs(text);
        List<Found> found = new ArrayList<>();
        if ((signs & COLON) != 0) {
            Links.find(text, found);
            IpAddresses.find(text, found);
        }
        if ((signs & AT) != 0) {
            AtSigns.find(text, found);
        }
        if ((signs & DIGIT) != 0) {
            Addresses.find(text, found);
            Ibans.find(text, found);
            Numbers.find(text, found);
            LabelledCodes.find(text, kinds, found);
        }
        if ((signs & CAPITAL) != 0) {
            Names.find(text, found);
        }
        Names.findSmall(text, found);
        return found;
    }

    /** What the characters of a text may be part of. */
    private static int signs(String text) {
        int signs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            signs |= c < SIGNS.length ? SIGNS[c] : Character.isUpperCase(c) ? CAPITAL : 0;
        }
        return signs;
    }
}
