package io.biggerbox.text.tokens;

import org.jspecify.annotations.Nullable;

/**
 * Known words of plain letters, which is what most of every text is made of. Such a word is read once: its end, its hash
 * and its capitals are found together. Whatever is not plain is left to others.
 */
final class PlainWords {
    private static final int SMALL = 'a' - 'A';
    private static final int FEWEST_SHOUTED = 3;
    private static final int LAST_ASCII = 127;

    private final Vocabulary vocabulary;

    PlainWords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The word that starts at {@code start}; null if none does, if it is not plain, not known, or may be a link. */
    @Nullable
    Token at(String text, int start) {
        int end = start;
        int hash = 0;
        int small = 0;
        int capitals = 0;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (isSmall(c)) {
                small++;
            } else if (c >= 'A' && c <= 'Z') {
                c = (char) (c + SMALL);
                capitals++;
            } else if (c != '\'' || end == start || end + 1 == text.length() || !isLetter(text.charAt(end + 1))) {
                break;
            }
            hash = Vocabulary.hash(hash, c);
            end++;
        }
        if (end == start || end - start > Tokenizer.LONGEST_FORM || goesOn(text, start, end)) {
            return null;
        }
        int id = vocabulary.find(hash, text, start, end);
        if (id == Vocabulary.NONE) {
            return null;
        }
        boolean shouted = small == 0 && capitals >= FEWEST_SHOUTED;
        return new Token(start, end, TokenKind.WORD, vocabulary.form(id), vocabulary.stem(id), id, shouted, false);
    }

    /** Whether the word may be longer than its plain letters, or is the start of a web address. */
    private static boolean goesOn(String text, int start, int end) {
        if (end == text.length()) {
            return false;
        }
        char next = text.charAt(end);
        return switch (next) {
            case ' ', ',', '!', '?' -> false;
            case '\'', '`', '&', '_' -> true;
            case '.', ':' -> Scan.urlEnd(text, start) > start;
            default -> next > LAST_ASCII || (next >= '0' && next <= '9');
        };
    }

    private static boolean isLetter(char c) {
        return isSmall(c) || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }
}
