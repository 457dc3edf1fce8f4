package io.biggerbox.text.tokens;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into tokens in one pass from left to right. Never throws, whatever the string holds; every character that
 * is not white space or a control character lies in exactly one token.
 */
public final class Tokenizer {
    /** Forms longer than this are cut: no lexicon holds them, and one endless word must stay cheap. */
    public static final int LONGEST_FORM = 40;

    /** The last ASCII character is not printed. */
    private static final int LAST_ASCII = 127;

    /** ASCII signs as strings, so that none is made while reading. */
    private static final String[] SIGNS = signs();

    private final Forms forms;
    private final PlainWords plainWords;

    /**
     * @param vocabulary known words; {@code "coool"} becomes {@code "cool"} rather than {@code "col"} only if that is among
     *     them
     */
    public Tokenizer(Vocabulary vocabulary) {
        this.forms = new Forms(vocabulary);
        this.plainWords = new PlainWords(vocabulary);
    }

    private static String[] signs() {
        String[] signs = new String[128];
        for (int c = 0; c < signs.length; c++) {
            signs[c] = String.valueOf((char) c);
        }
        return signs;
    }

    /** The tokens of {@code text}, in order. */
    public List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>(text.length() / 5 + 4);
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == ' ') {
                at++;
                continue;
            }
            Token token = plainWords.at(text, at);
            if (token == null) {
                int codePoint = text.codePointAt(at);
                if (isBlank(codePoint)) {
                    at += Character.charCount(codePoint);
                    continue;
                }
                token = next(text, at, codePoint);
            }
            tokens.add(token);
            at = token.end();
        }
        return tokens;
    }

    private Token next(String text, int at, int codePoint) {
        if (Character.isLetter(codePoint)) {
            int url = Scan.urlEnd(text, at);
            return url > at ? plain(text, at, url, TokenKind.URL) : word(text, at);
        }
        if (Character.isDigit(codePoint)) {
            return digits(text, at);
        }
        if (Scan.isStop(codePoint)) {
            return stop(text, at);
        }
        int emoticon = Emoticons.endOf(text, at);
        if (emoticon > at) {
            return plain(text, at, emoticon, TokenKind.EMOTICON);
        }
        int end = Scan.markerEnd(text, at);
        if (end > at) {
            return plain(text, at, end, TokenKind.MARKER);
        }
        end = Scan.markupEnd(text, at);
        if (end > at) {
            return plain(text, at, end, TokenKind.MARKUP);
        }
        if (codePoint == '@' || codePoint == '#') {
            return tagged(text, at, codePoint);
        }
        if (EmojiShape.starts(codePoint)) {
            return plain(text, at, EmojiShape.end(text, at), TokenKind.EMOJI);
        }
        return sign(text, at, at + Character.charCount(codePoint));
    }

    private Token word(String text, int start) {
        int end = Scan.wordEnd(text, start);
        return forms.word(text, start, end);
    }

    private Token digits(String text, int start) {
        int end = start;
        boolean letters = false;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            if (Character.isLetter(codePoint)) {
                letters = true;
            } else if (!Character.isDigit(codePoint) && !Scan.joinsDigits(text, end)) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return letters ? forms.word(text, start, end) : plain(text, start, end, TokenKind.NUMBER);
    }

    private Token tagged(String text, int start, int sign) {
        int end = start + 1;
        while (end < text.length() && Scan.isNamePart(text.charAt(end))) {
            end++;
        }
        if (end == start + 1) {
            return sign(text, start, end);
        }
        if (sign == '@') {
            return plain(text, start, end, TokenKind.HANDLE);
        }
        Token word = forms.word(text, start + 1, end);
        return new Token(start, end, word.kind(), word.form(), word.stem(), word.id(), false, word.stretched());
    }

    private Token stop(String text, int start) {
        int end = start;
        boolean asks = false;
        boolean exclaims = false;
        while (end < text.length() && Scan.isStop(text.charAt(end))) {
            asks |= Scan.asks(text.charAt(end));
            exclaims |= Scan.exclaims(text.charAt(end));
            end++;
        }
        String form = asks ? "?" : exclaims ? "!" : end - start > 1 || text.charAt(start) == '…' ? "…" : ".";
        return forms.sign(start, end, TokenKind.STOP, form);
    }

    private Token sign(String text, int start, int end) {
        char c = text.charAt(start);
        String form = end == start + 1 && c < SIGNS.length ? SIGNS[c] : text.substring(start, end);
        return forms.sign(start, end, TokenKind.SIGN, form);
    }

    private static Token plain(String text, int start, int end, TokenKind kind) {
        String form = text.substring(start, Math.min(end, start + LONGEST_FORM));
        return new Token(start, end, kind, form, form, Vocabulary.NONE, false, false);
    }

    private static boolean isBlank(int codePoint) {
        if (codePoint > ' ' && codePoint < LAST_ASCII) {
            return false;
        }
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || isInvisible(codePoint);
    }

    /** Variation selectors and joiners that stand alone, marks without a letter, and everything that does not print. */
    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }
}
