package io.biggerbox.text.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Street addresses: a house number, capitalised words and a street word; or a German street with its number. */
final class Addresses {
    private static final Set<String> STREETS = Set.of(
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
            "pkwy");
    private static final int MOST_WORDS = 4;
    private static final int LONGEST_HOUSE = 5;
    private static final int LONGEST_WORD = 24;

    private Addresses() {}

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
            if (free && end - i <= LONGEST_HOUSE) {
                street(text, i, end, found);
                germanStreet(text, i, end, found);
            }
            i = end;
        }
    }

    private static boolean touches(char before) {
        return Character.isLetterOrDigit(before) || "$€£".indexOf(before) >= 0;
    }

    private static void street(String text, int start, int houseEnd, List<Found> found) {
        int at = houseEnd < text.length() && Character.isLetter(text.charAt(houseEnd)) ? houseEnd + 1 : houseEnd;
        for (int words = 0; words <= MOST_WORDS; words++) {
            if (at >= text.length() || text.charAt(at) != ' ') {
                return;
            }
            int from = at + 1;
            int end = from;
            while (end < text.length() && end - from < LONGEST_WORD && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end == from || !Character.isUpperCase(text.charAt(from))) {
                return;
            }
            if (words > 0 && STREETS.contains(text.substring(from, end).toLowerCase(Locale.ROOT))) {
                found.add(new Found(start, end, PersonalData.ADDRESS));
                return;
            }
            at = end;
        }
    }

    private static void germanStreet(String text, int houseStart, int houseEnd, List<Found> found) {
        if (houseStart < 5 || text.charAt(houseStart - 1) != ' ') {
            return;
        }
        int start = houseStart - 1;
        while (start > 0 && houseStart - start < LONGEST_WORD && isStreetPart(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, houseStart - 1).toLowerCase(Locale.ROOT);
        boolean street = word.endsWith("straße") || word.endsWith("strasse") || word.endsWith("str.");
        if (street && word.length() > 6) {
            found.add(new Found(start, houseEnd, PersonalData.ADDRESS));
        }
    }

    private static boolean isStreetPart(char c) {
        return Character.isLetter(c) || c == '.' || c == '-';
    }
}
