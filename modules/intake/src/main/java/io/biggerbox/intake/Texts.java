package io.biggerbox.intake;

import org.jspecify.annotations.Nullable;

/** What is done to every text on its way into an event: as little as possible. */
final class Texts {

    private Texts() {}

    /** Replaces lone surrogates, which UTF-8 and therefore Avro cannot carry, by U+FFFD. All else is data and stays. */
    static String carriable(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return replaceFrom(text, i);
                }
                i++;
            }
        }
        return text;
    }

    private static String replaceFrom(String text, int first) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
        int i = first;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            out.appendCodePoint(lone ? 0xFFFD : point);
            i += Character.charCount(point);
        }
        return out.toString();
    }

    /** A value for a message: short, on one line, control characters made visible. */
    static String shown(String value) {
        String cut = value.length() > 60 ? value.substring(0, 57) + "..." : value;
        return visible(cut, "");
    }

    /** Writes control characters as {@code \}{@code uXXXX}, but those to be kept. */
    static String visible(String value, String keep) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean lone = Character.isSurrogate(c) && !inPair(value, i);
            if ((Character.isISOControl(c) && keep.indexOf(c) < 0) || lone) {
                out.append("\\u").append(hex(c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean inPair(String value, int i) {
        if (Character.isHighSurrogate(value.charAt(i))) {
            return i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1));
        }
        return i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }

    private static String hex(char c) {
        String hex = Integer.toHexString(c);
        return "0".repeat(4 - hex.length()) + hex;
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
