package io.biggerbox.text.sentiment;

import io.biggerbox.text.tokens.Stemmer;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.TokenKind;
import java.util.List;

/**
 * Turns one sentence into features. Negation reaches four words or to the next pause; a wish reaches to the end of its
 * clause; what follows a "but" weighs more than what precedes it (after Hutto and Gilbert, VADER, ICWSM 2014).
 */
public final class FeatureWalk {
    private static final int NEGATION_REACH = 4;
    private static final int NO_REACH = 2;
    private static final double BEFORE_BUT = 0.7;
    private static final double AFTER_BUT = 1.3;
    private static final double STRONGER = 1.25;
    private static final double WEAKER = 0.7;
    private static final double SHOUTED = 1.2;
    private static final String START = "<s>";

    private FeatureWalk() {}

    /** Gives every feature of {@code sentence} to {@code sink}. */
    public static void walk(List<Token> sentence, FeatureSink sink) {
        int but = lastBut(sentence);
        int negated = 0;
        boolean wished = false;
        double next = 1;
        String previous = START;
        int exclaims = 0;
        boolean asks = false;
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            if (pauses(token)) {
                negated = 0;
                wished = false;
                previous = token.kind() == TokenKind.STOP ? START : previous;
                exclaims += token.is("!") ? Math.min(3, token.end() - token.start()) : 0;
                asks |= token.is("?");
                continue;
            }
            if (token.kind() == TokenKind.NUMBER) {
                sink.pair(previous, "#", 1);
                previous = "#";
                continue;
            }
            if (!token.isWord()) {
                continue;
            }
            String form = token.form();
            double value = next * (but < 0 ? 1 : i < but ? BEFORE_BUT : AFTER_BUT) * (emphasised(token) ? SHOUTED : 1);
            boolean function = WordLists.isFunctionWord(form);
            String prefix = function ? "" : negated > 0 ? "!" : wished ? "~" : "";
            sink.word(prefix, form, value);
            sink.pair(previous, form, value);
            previous = form;
            next = WordLists.INTENSIFIERS.contains(form) ? STRONGER : WordLists.DAMPENERS.contains(form) ? WEAKER : 1;
            negated = reach(sentence, i, negated);
            wished |= WordLists.WISHES.contains(form);
        }
        sink.pair(previous, "</s>", 1);
        mark(sink, exclaims, asks);
    }

    private static void mark(FeatureSink sink, int exclaims, boolean asks) {
        if (exclaims > 0) {
            sink.accept("<!>", exclaims);
        }
        if (asks) {
            sink.accept("<?>", 1);
        }
    }

    private static int reach(List<Token> sentence, int i, int negated) {
        Token token = sentence.get(i);
        if (!Stemmer.negates(token.form())) {
            return Math.max(0, negated - 1);
        }
        boolean notOnly = i + 1 < sentence.size() && sentence.get(i + 1).is("only");
        return notOnly ? 0 : token.is("no") ? NO_REACH : NEGATION_REACH;
    }

    private static boolean emphasised(Token token) {
        return token.shouted() || token.stretched();
    }

    private static boolean pauses(Token token) {
        boolean quiet = token.is("-") || token.is("\"") || token.is("'");
        return token.kind() == TokenKind.STOP || (token.kind() == TokenKind.SIGN && !quiet);
    }

    private static int lastBut(List<Token> sentence) {
        for (int i = sentence.size() - 1; i > 0; i--) {
            if (WordLists.CONTRASTS.contains(sentence.get(i).form())) {
                return i;
            }
        }
        return -1;
    }
}
