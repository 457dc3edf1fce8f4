package io.biggerbox.text.rules;

import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a sentence where it may change its mind: at contrast words, semicolons, and commas with enough on both sides. */
public final class Clauses {
    private static final int FEWEST_WORDS = 3;

    /** They open a clause that may feel differently, whichever side weighs more. */
    private static final Set<String> TURNS = Set.of(
            "but",
            "however",
            "although",
            "though",
            "yet",
            "except",
            "whereas",
            "while",
            "nevertheless",
            "unfortunately",
            "sadly",
            "despite",
            "still",
            "because");

    private Clauses() {}

    /** The clauses of {@code sentence}: consecutive, none empty, together all its tokens. */
    public static List<List<Token>> of(List<Token> sentence) {
        List<List<Token>> clauses = new ArrayList<>(2);
        int start = 0;
        int words = 0;
        for (int i = 0; i < sentence.size(); i++) {
            if (words >= FEWEST_WORDS && opens(sentence, i) && wordsFrom(sentence, i) >= FEWEST_WORDS) {
                clauses.add(sentence.subList(start, i));
                start = i;
                words = 0;
            }
            words += sentence.get(i).isWord() ? 1 : 0;
        }
        if (start < sentence.size()) {
            clauses.add(sentence.subList(start, sentence.size()));
        }
        return clauses;
    }

    /** Whether a clause begins by turning against the one before it. */
    public static boolean turns(List<Token> clause) {
        for (Token token : clause) {
            if (token.isWord()) {
                return TURNS.contains(token.form());
            }
        }
        return false;
    }

    private static boolean opens(List<Token> sentence, int i) {
        Token token = sentence.get(i);
        boolean pause = token.kind() == TokenKind.SIGN && (token.is(",") || token.is(";") || token.is(":"));
        boolean turn = token.isWord() && (TURNS.contains(token.form()) || token.is("and"));
        return pause || turn || token.is("…");
    }

    private static int wordsFrom(List<Token> sentence, int from) {
        int words = 0;
        for (int i = from; i < sentence.size() && words <= FEWEST_WORDS; i++) {
            words += sentence.get(i).isWord() ? 1 : 0;
        }
        return words;
    }
}
