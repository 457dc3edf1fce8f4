package io.biggerbox.text.redaction;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the words before a number say that it is. */
enum Cues {
    CARD("card", "visa", "mastercard", "maestro", "amex", "debit", "cc "),
    PHONE(
            "phone",
            "call",
            "tel",
            "mobile",
            "cell",
            "whatsapp",
            "text me",
            "reach me",
            "fax",
            "my number",
            "contact",
            "messages to",
            "ring",
            "sms",
            "hotline",
            "telephone"),
    ID(
            "account",
            "acct",
            "policy",
            "passport",
            "licence",
            "license",
            "ssn",
            "social security",
            "national insurance",
            "member",
            "sort code",
            "routing",
            "tax id",
            "date of birth",
            "born on",
            "dob",
            "driver's",
            "drivers"),
    OTHER("order", "invoice", "ticket", "case", "ref", "version", "model", "tracking", "serial", "paid", "cost");

    private static final int LOOK_BACK = 32;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> words;

    Cues(String... words) {
        this.words = List.of(words);
    }

    /** The cues close before {@code start}, in the same sentence. */
    static Set<Cues> before(String text, int start) {
        String before =
                text.substring(Math.max(0, start - LOOK_BACK), start).strip().toLowerCase(Locale.ROOT);
        int sentence = Math.max(before.lastIndexOf(". "), before.lastIndexOf('\n'));
        String near = before.substring(sentence + 1);
        Set<Cues> found = EnumSet.noneOf(Cues.class);
        for (Cues cues : values()) {
            if (cues.standIn(near)) {
                found.add(cues);
            }
        }
        return found;
    }

    private boolean standIn(String near) {
        for (String word : words) {
            if (near.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
