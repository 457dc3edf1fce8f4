package io.biggerbox.text.redaction;

import io.biggerbox.text.tokens.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word or number that postal addresses are made of.
 *
 * @param start first UTF-16 unit
 * @param end after the last
 * @param kind what it may be in an address
 */
record AddressPart(int start, int end, Kind kind) {
    private static final int LONGEST_WORD = 28;
    private static final int LONGEST_NUMBER = 6;

    /** What a word may be in an address. */
    enum Kind {
        /** House number, postcode, number of a flat. */
        NUMBER,
        /** Street, Road, Avenue: after its name. */
        STREET,
        /** Rue, Calle, Via: before its name. */
        BEFORE_NAME,
        /** Lindenstraße, Kerkstraat: a name that says by its ending that it is a street. */
        ENDED,
        /** Apartment, Suite: a number follows. */
        UNIT,
        /** Post box: a number follows. */
        BOX,
        /** Any other capitalised word. */
        NAME,
        /** Small words inside names. */
        PARTICLE
    }

    private static final Vocabulary STREETS = Vocabulary.of(List.of(
            "street",
            "st",
            "road",
            "rd",
            "avenue",
            "ave",
            "lane",
            "ln",
            "drive",
            "dr",
            "boulevard",
            "blvd",
            "court",
            "ct",
            "place",
            "pl",
            "square",
            "sq",
            "terrace",
            "crescent",
            "close",
            "highway",
            "hwy",
            "parkway",
            "pkwy",
            "alley",
            "circle",
            "cir",
            "trail",
            "turnpike",
            "loop",
            "mews",
            "grove",
            "gardens",
            "esplanade",
            "quay"));
    private static final Vocabulary BEFORE_NAMES = Vocabulary.of(List.of(
            "rue",
            "via",
            "calle",
            "avenida",
            "avda",
            "av",
            "rua",
            "paseo",
            "strada",
            "corso",
            "viale",
            "vicolo",
            "piazza",
            "plaza",
            "ul",
            "ulica",
            "chemin",
            "impasse",
            "route",
            "carrer",
            "largo",
            "travessa",
            "boulevard",
            "avenue",
            "am",
            "an",
            "calea",
            "bulevardul",
            "rambla",
            "jalan"));
    private static final Vocabulary UNITS =
            Vocabulary.of(List.of("apt", "apartment", "suite", "ste", "flat", "wohnung"));
    private static final Vocabulary BOXES = Vocabulary.of(List.of("box", "postbox", "postfach", "psc"));
    private static final Vocabulary PARTICLES = Vocabulary.of(List.of(
            "de", "du", "des", "del", "della", "di", "da", "do", "dos", "la", "le", "las", "los", "el", "les", "van",
            "von", "der", "den", "zu", "zur", "zum", "und", "u", "y", "z", "na", "a", "p", "o", "po", "no", "nr",
            "of"));

    /** Endings of the words for street, in the languages around; each with the letter before it. */
    private static final List<String> ENDINGS = List.of(
            "straße", "strasse", "str", "gasse", "weg", "platz", "allee", "damm", "ufer", "straat", "laan", "gracht",
            "plein", "gade", "vej", "gatan", "vägen", "gata", "veien", "vegen", "katu", "kuja", "tie", "polku", "utca",
            "vegur", "braut", "stræde");

    /** Endings that many ordinary words have: only after a capital. */
    private static final int SHORTEST_STEM = 3;

    /** What stands at {@code start}; null for what does not belong to addresses. */
    static @Nullable AddressPart at(String text, int start) {
        if (start >= text.length()) {
            return null;
        }
        char c = text.charAt(start);
        if (DigitRun.isDigit(c)) {
            return number(text, start);
        }
        if (!Letters.isLetter(c)) {
            return null;
        }
        int end = start;
        while (end < text.length() && end - start <= LONGEST_WORD && isWordPart(text, end)) {
            end++;
        }
        if (end - start > LONGEST_WORD) {
            return null;
        }
        Kind kind = kind(text, start, end);
        return kind == null ? null : new AddressPart(start, end, kind);
    }

    private static @Nullable AddressPart number(String text, int start) {
        int end = start;
        while (end < text.length() && DigitRun.isDigit(text.charAt(end))) {
            end++;
        }
        if (end - start > LONGEST_NUMBER) {
            return null;
        }
        boolean letter = end < text.length()
                && Letters.isLetter(text.charAt(end))
                && (end + 1 == text.length() || !Letters.isLetterOrDigit(text.charAt(end + 1)));
        end = letter ? end + 1 : end;
        boolean free = end == text.length() || !Letters.isLetterOrDigit(text.charAt(end));
        return free ? new AddressPart(start, end, Kind.NUMBER) : null;
    }

    private static @Nullable Kind kind(String text, int start, int end) {
        if (UNITS.find(text, start, end) >= 0) {
            return Kind.UNIT;
        }
        if (BOXES.find(text, start, end) >= 0) {
            return Kind.BOX;
        }
        boolean capital = NameWord.isCapital(text.charAt(start));
        if (BEFORE_NAMES.find(text, start, end) >= 0 && (capital || end - start > 2)) {
            return Kind.BEFORE_NAME;
        }
        if (capital && STREETS.find(text, start, end) >= 0) {
            return Kind.STREET;
        }
        if (capital) {
            return isEnded(text, start, end) ? Kind.ENDED : Kind.NAME;
        }
        return PARTICLES.find(text, start, end) >= 0 ? Kind.PARTICLE : null;
    }

    private static boolean isEnded(String text, int start, int end) {
        for (String ending : ENDINGS) {
            int from = end - ending.length();
            if (from - start >= SHORTEST_STEM && text.regionMatches(true, from, ending, 0, ending.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWordPart(String text, int at) {
        char c = text.charAt(at);
        return Letters.isLetter(c)
                || ((c == '\'' || c == '-' || c == '\u2019')
                        && at + 1 < text.length()
                        && Letters.isLetter(text.charAt(at + 1)));
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
