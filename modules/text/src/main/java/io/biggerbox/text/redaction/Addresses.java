package io.biggerbox.text.redaction;

import io.biggerbox.text.redaction.AddressPart.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Postal addresses: numbers and capitalised words in a row of which one says that it is a street, a flat or a post box. The
 * town behind is hidden as well where the row goes on to it.
 */
final class Addresses {
    private static final int MOST_LEFT = 6;
    private static final int MOST_RIGHT = 16;
    private static final int WIDEST_GAP = 4;
    private static final int LONGEST_WORD = 28;
    private static final int LONGEST_NAME = 4;
    private static final int POSTCODE = 4;
    private static final int LAST_WORDS = 4;

    private final String text;
    private final List<AddressPart> parts;

    private Addresses(String text, List<AddressPart> parts) {
        this.text = text;
        this.parts = parts;
    }

    static void find(String text, List<Found> found) {
        int i = 0;
        while (i < text.length()) {
            if (!DigitRun.isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && DigitRun.isDigit(text.charAt(end))) {
                end++;
            }
            boolean free = i == 0 || !touches(text.charAt(i - 1));
            AddressPart number = free ? AddressPart.at(text, i) : null;
            if (number != null) {
                int hidden = new Addresses(text, row(text, number)).find(found);
                end = Math.max(end, hidden);
            }
            i = end;
        }
    }

    private static boolean touches(char before) {
        return Letters.isLetterOrDigit(before) || "$€£".indexOf(before) >= 0;
    }

    /** The parts around a number, in order. */
    private static List<AddressPart> row(String text, AddressPart number) {
        Deque<AddressPart> row = new ArrayDeque<>();
        row.add(number);
        for (int i = 0; i < MOST_LEFT; i++) {
            AddressPart before = before(text, row.getFirst().start());
            if (before == null) {
                break;
            }
            row.addFirst(before);
        }
        for (int i = 0; i < MOST_RIGHT; i++) {
            AddressPart after = AddressPart.at(text, gapEnd(text, row.getLast()));
            if (after == null) {
                break;
            }
            row.addLast(after);
        }
        return new ArrayList<>(row);
    }

    private static @Nullable AddressPart before(String text, int end) {
        int last = end;
        while (last > 0 && end - last < WIDEST_GAP && " .,\n".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        if (last == end) {
            return null;
        }
        int start = last;
        while (start > 0 && last - start < LONGEST_WORD && isWord(text.charAt(start - 1))) {
            start--;
        }
        AddressPart part = start == last ? null : AddressPart.at(text, start);
        boolean joined = part != null && part.end() == last && gapEnd(text, part) == end;
        return joined ? part : null;
    }

    private static boolean isWord(char c) {
        return Letters.isLetterOrDigit(c) || c == '-' || c == '\'' || c == '\u2019';
    }

    /** Where the next part would start: after spaces, a comma, a line end, or the point of an abbreviation. */
    private static int gapEnd(String text, AddressPart part) {
        int at = part.end();
        boolean shortened = part.end() - part.start() <= LONGEST_NAME || !part.is(Kind.NAME);
        while (at < text.length() && at - part.end() < WIDEST_GAP) {
            char c = text.charAt(at);
            boolean gap = c == ' ' || c == ',' || c == '\n' || (c == '.' && at == part.end() && shortened);
            if (!gap) {
                break;
            }
            at++;
        }
        return at == part.end() ? text.length() : at;
    }

    /** Adds the address in this row; returns where it ends, or 0 when there is none. */
    private int find(List<Found> found) {
        int first = Integer.MAX_VALUE;
        int last = -1;
        boolean postal = false;
        for (int p = 0; p < parts.size(); p++) {
            int from = startOf(p);
            if (from >= 0) {
                first = Math.min(first, from);
                last = Math.max(last, endOf(p));
                postal |= parts.get(p).is(Kind.UNIT) || parts.get(p).is(Kind.BOX);
            }
        }
        if (last < 0) {
            return 0;
        }
        last = town(last, postal);
        found.add(new Found(parts.get(first).start(), parts.get(last).end(), PersonalData.ADDRESS));
        return parts.get(last).end();
    }

    /** Where the address starts that the part {@code p} makes one; −1 when it makes none. */
    private int startOf(int p) {
        return switch (parts.get(p).kind()) {
            case STREET -> numberBefore(p, 1);
            case BEFORE_NAME -> {
                boolean named = isAny(p + 1, Kind.NAME, Kind.PARTICLE, Kind.ENDED);
                int number = numberBefore(p, 0);
                yield !named ? -1 : number >= 0 ? number : numberAfter(p) >= 0 ? p : -1;
            }
            case ENDED -> isAny(p + 1, Kind.NUMBER, Kind.NUMBER, Kind.NUMBER) ? p : numberBefore(p, 0);
            case UNIT, BOX -> isAny(p + 1, Kind.NUMBER, Kind.NUMBER, Kind.NUMBER) ? streetBefore(p) : -1;
            default -> -1;
        };
    }

    private int endOf(int p) {
        return switch (parts.get(p).kind()) {
            case BEFORE_NAME -> Math.max(p + 1, numberAfter(p));
            case STREET -> p;
            default -> isAny(p + 1, Kind.NUMBER, Kind.NUMBER, Kind.NUMBER) ? p + 1 : p;
        };
    }

    /** The number before at least so many capitalised words before {@code p}. */
    private int numberBefore(int p, int fewest) {
        for (int k = p - 1; k >= 0 && p - k <= LONGEST_NAME + 1; k--) {
            if (parts.get(k).is(Kind.NUMBER)) {
                return p - k - 1 >= fewest ? k : -1;
            }
        }
        return -1;
    }

    private int numberAfter(int p) {
        for (int k = p + 1; k < parts.size() && k - p <= LONGEST_NAME + 1; k++) {
            if (parts.get(k).is(Kind.NUMBER)) {
                return k;
            }
        }
        return -1;
    }

    /** A flat or post box: back to the first number of the row, or to its name. */
    private int streetBefore(int p) {
        int first = p;
        for (int k = p - 1; k >= 0; k--) {
            if (parts.get(k).is(Kind.NUMBER)) {
                first = k;
            }
        }
        boolean letters = first == p
                && p > 0
                && parts.get(p).is(Kind.BOX)
                && parts.get(p - 1).end() - parts.get(p - 1).start() <= 2;
        return letters ? Math.max(0, p - (p > 1 && text.charAt(parts.get(p - 1).start() - 1) == '.' ? 2 : 1)) : first;
    }

    /** What follows up to a postcode belongs to the address; without a postcode a few words of a postal one do. */
    private int town(int last, boolean postal) {
        int end = last;
        for (int k = last + 1; k < parts.size(); k++) {
            if (!parts.get(k).is(Kind.NUMBER)) {
                continue;
            }
            if (parts.get(k).end() - parts.get(k).start() >= POSTCODE && k - end <= LONGEST_NAME + 2) {
                end = k;
            }
            if (isAny(k + 1, Kind.NUMBER, Kind.NUMBER, Kind.NUMBER)) {
                // a phone number, most likely
                break;
            }
        }
        if (postal) {
            int words = 0;
            while (end + 1 < parts.size() && words < LAST_WORDS && isAny(end + 1, Kind.NAME, Kind.ENDED, Kind.STREET)) {
                end++;
                words++;
            }
        }
        return end;
    }

    private boolean isAny(int p, Kind one, Kind two, Kind three) {
        if (p >= parts.size()) {
            return false;
        }
        Kind kind = parts.get(p).kind();
        return kind == one || kind == two || kind == three;
    }
}
