package io.biggerbox.text.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Groups tokens into sentences. */
public final class SentenceSplitter {
    /** A sentence longer than this is cut: no rule looks further, and endless lines must stay cheap. */
    public static final int LONGEST_SENTENCE = 100;

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "vs", "etc", "e", "g", "i", "eg", "ie", "approx", "inc",
            "ltd", "co", "corp", "dept", "est", "ext", "fig", "tel", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
            "sep", "sept", "oct", "nov", "dec", "u", "s", "a", "p", "m", "jr", "sr", "ave", "blvd", "hr", "hrs", "min");

    private SentenceSplitter() {}

    /** The sentences of {@code tokens}: consecutive, none empty, together all tokens. */
    public static List<List<Token>> split(String text, List<Token> tokens) {
        List<List<Token>> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean last = i == tokens.size() - 1;
            if (last || i - start + 1 >= LONGEST_SENTENCE || endsAfter(text, tokens, i)) {
                sentences.add(tokens.subList(start, i + 1));
                start = i + 1;
            }
        }
        return sentences;
    }

    private static boolean endsAfter(String text, List<Token> tokens, int i) {
        Token token = tokens.get(i);
        Token next = tokens.get(i + 1);
        if (newLineBetween(text, token.end(), next.start()) && !continues(text, token, next)) {
            return true;
        }
        if (isFace(next)) {
            return false;
        }
        if (isFace(token)) {
            return i > 0 && afterStop(tokens, i);
        }
        return token.kind() == TokenKind.STOP && stops(text, tokens, i, next);
    }

    /** Faces after a full stop belong to the sentence before it. */
    private static boolean afterStop(List<Token> tokens, int i) {
        int at = i;
        while (at > 0 && i - at < 8 && isFace(tokens.get(at))) {
            at--;
        }
        return tokens.get(at).kind() == TokenKind.STOP;
    }

    private static boolean isFace(Token token) {
        return token.kind() == TokenKind.EMOJI || token.kind() == TokenKind.EMOTICON;
    }

    private static boolean stops(String text, List<Token> tokens, int i, Token next) {
        Token stop = tokens.get(i);
        boolean spaced = next.start() > stop.end();
        boolean capital = Character.isUpperCase(text.codePointAt(next.start()));
        return switch (stop.form()) {
            case "…" -> capital;
            case "." -> pointEnds(i > 0 ? tokens.get(i - 1) : stop, stop, next, spaced, capital);
            default -> !closes(next);
        };
    }

    private static boolean pointEnds(Token before, Token point, Token next, boolean spaced, boolean capital) {
        boolean touching = before.end() == point.start();
        if (touching && before.isWord() && ABBREVIATIONS.contains(before.form())) {
            // "no. 5" and "e.g. this" go on; "Was it good? No. Never" does not
            return capital && spaced && before.form().equals("no");
        }
        return spaced ? !next.is(",") : capital && before.form().length() > 1;
    }

    private static boolean closes(Token next) {
        return next.is(")") || next.is("\"") || next.is("”");
    }

    private static boolean newLineBetween(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
                return true;
            }
        }
        return false;
    }

    /** A wrapped line goes on in lower case; an empty line never does. */
    private static boolean continues(String text, Token token, Token next) {
        int lines = 0;
        for (int i = token.end(); i < next.start(); i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines < 2 && token.kind() != TokenKind.STOP && Character.isLowerCase(text.codePointAt(next.start()));
    }
}
