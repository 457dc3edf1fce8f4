package io.biggerbox.text.tokens;

/** Where things end, character by character. Every method looks ahead a bounded distance or consumes what it looks at. */
final class Scan {
    private static final int LONGEST_TAG = 300;
    private static final int LONGEST_ENTITY = 10;
    private static final int LONGEST_MARKER = 12;

    private Scan() {}

    static boolean isApostrophe(char c) {
        return c == '\''
                || c == '\u2019'
                || c == '\u2018'
                || c == '\u02bc'
                || c == '\u00b4'
                || c == '`'
                || c == '\uff07';
    }

    static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    static boolean isStop(int c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || asks(c) || exclaims(c) || c == '。';
    }

    static boolean asks(int c) {
        return c == '?' || c == '\uff1f' || c == '\u2047' || c == '\u061f';
    }

    static boolean exclaims(int c) {
        return c == '!' || c == '\uff01' || c == '\u203c' || c == '\u2049';
    }

    static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** ASCII letters and digits, which most texts are made of. */
    static boolean isPlain(char c) {
        return isSmall(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Length of an HTML entity for the apostrophe at {@code at}, or 0. */
    static int apostropheEntity(String text, int at) {
        if (text.charAt(at) != '&') {
            return 0;
        }
        for (String entity : new String[] {"&#39;", "&#039;", "&apos;", "&rsquo;", "&#x27;", "&#8217;"}) {
            if (text.startsWith(entity, at)) {
                return entity.length();
            }
        }
        return 0;
    }

    /** Letters, digits and marks, with single apostrophes, hyphens between letters kept apart. */
    static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length()) {
            if (isPlain(text.charAt(end))) {
                end++;
                continue;
            }
            int codePoint = text.codePointAt(end);
            if (Character.isLetterOrDigit(codePoint) || codePoint == '_' || joinsLetters(text, end, codePoint)) {
                end += Character.charCount(codePoint);
                continue;
            }
            int apostrophe = isApostrophe(text.charAt(end)) ? 1 : apostropheEntity(text, end);
            boolean inner = apostrophe > 0
                    && end + apostrophe < text.length()
                    && Character.isLetter(text.charAt(end + apostrophe));
            if (!inner) {
                return end;
            }
            end += apostrophe;
        }
        return end;
    }

    private static boolean joinsLetters(String text, int at, int codePoint) {
        return codePoint <= Character.MAX_VALUE && codePoint > 127 && isMark(text.charAt(at));
    }

    /** A point, comma, colon or slash between two digits belongs to the number. */
    static boolean joinsDigits(String text, int at) {
        char c = text.charAt(at);
        return (c == '.' || c == ',' || c == ':' || c == '/')
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    static int urlEnd(String text, int at) {
        char first = text.charAt(at);
        if (first != 'h' && first != 'w' && first != 'H') {
            return at;
        }
        boolean url = text.startsWith("http://", at)
                || text.startsWith("https://", at)
                || text.startsWith("www.", at)
                || text.startsWith("HTTP://", at);
        if (!url) {
            return at;
        }
        int end = at;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && "<>\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > at + 4 && ".,!?;:)".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** {@code [email]} and its like. */
    static int markerEnd(String text, int at) {
        if (text.charAt(at) != '[') {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && end - at < LONGEST_MARKER && isSmall(text.charAt(end))) {
            end++;
        }
        return end > at + 1 && end < text.length() && text.charAt(end) == ']' ? end + 1 : at;
    }

    static int markupEnd(String text, int at) {
        char c = text.charAt(at);
        if (c == '&') {
            return entityEnd(text, at);
        }
        if (c != '<' || at + 1 >= text.length()) {
            return at;
        }
        char next = text.charAt(at + 1);
        if (!Character.isLetter(next) && next != '/' && next != '!') {
            return at;
        }
        int limit = Math.min(text.length(), at + LONGEST_TAG);
        for (int i = at + 1; i < limit; i++) {
            if (text.charAt(i) == '>') {
                return i + 1;
            }
            if (text.charAt(i) == '<') {
                return at;
            }
        }
        return at;
    }

    private static int entityEnd(String text, int at) {
        int limit = Math.min(text.length(), at + LONGEST_ENTITY);
        for (int i = at + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == ';') {
                return i > at + 1 ? i + 1 : at;
            }
            if (!Character.isLetterOrDigit(c) && c != '#') {
                return at;
            }
        }
        return at;
    }
}
