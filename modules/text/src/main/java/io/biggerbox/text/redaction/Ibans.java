package io.biggerbox.text.redaction;

import java.util.List;

/** International bank account numbers, by their check sum (ISO 13616, ISO 7064 mod 97-10). */
final class Ibans {
    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;

    /** The bit that makes a small letter of a capital. */
    private static final int SMALL = 0x20;

    private Ibans() {}

    static void find(String text, List<Found> found) {
        for (int i = 0; i + SHORTEST <= text.length(); i++) {
            if (startsThere(text, i)) {
                int end = endOf(text, i);
                if (end > i) {
                    found.add(new Found(i, end, PersonalData.IBAN));
                    i = end;
                }
            }
        }
    }

    private static boolean startsThere(String text, int i) {
        // digits are rarer than letters
        return isDigit(text.charAt(i + 2))
                && isDigit(text.charAt(i + 3))
                && isLetter(text.charAt(i))
                && isLetter(text.charAt(i + 1))
                && (i == 0 || !Letters.isLetterOrDigit(text.charAt(i - 1)));
    }

    /** The longest valid stretch that ends where a group ends; −1 when there is none. */
    private static int endOf(String text, int start) {
        StringBuilder plain = new StringBuilder(LONGEST);
        int best = -1;
        for (int i = start; i < text.length() && plain.length() <= LONGEST; i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '-') {
                boolean groupFollows = i + 1 < text.length() && isPart(text.charAt(i + 1));
                if (!groupFollows) {
                    break;
                }
                continue;
            }
            if (!isPart(c)) {
                break;
            }
            plain.append(c);
            boolean groupEnds = i + 1 >= text.length() || !Letters.isLetterOrDigit(text.charAt(i + 1));
            if (groupEnds && plain.length() >= SHORTEST && plain.length() <= LONGEST && isValid(plain)) {
                best = i + 1;
            }
        }
        return best;
    }

    private static boolean isValid(CharSequence plain) {
        int remainder = 0;
        for (int k = 0; k < plain.length(); k++) {
            char c = plain.charAt((k + 4) % plain.length());
            remainder = isDigit(c) ? (remainder * 10 + c - '0') % 97 : (remainder * 100 + (c | SMALL) - 'a' + 10) % 97;
        }
        return remainder == 1;
    }

    private static boolean isPart(char c) {
        return isLetter(c) || isDigit(c);
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
