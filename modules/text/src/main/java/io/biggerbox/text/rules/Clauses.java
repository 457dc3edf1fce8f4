package io.biggerbox.text.rules;

import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.TokenKind;
import java.util.Arrays;
import java.util.Set;

/**
 * A sentence cut where it may change its mind: at contrast words, semicolons, and commas with enough on both sides. The
 * clauses are consecutive, none is empty, together they hold all tokens.
 */
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

    private final Line line;

    /** Where each clause starts, and at last where the sentence ends. */
    private final int[] bounds;

    private Clauses(Line line, int[] bounds) {
        this.line = line;
        this.bounds = bounds;
    }

    /** The clauses of a sentence; good until {@code line} is filled again. */
    public static Clauses of(Line line) {
        int[] bounds = new int[line.size() / FEWEST_WORDS + 2];
        int clauses = 1;
        int words = 0;
        for (int i = 0; i < line.size(); i++) {
            if (words >= FEWEST_WORDS && opens(line.token(i)) && wordsFrom(line, i) >= FEWEST_WORDS) {
                bounds[clauses] = i;
                clauses++;
                words = 0;
            }
            words += line.token(i).isWord() ? 1 : 0;
        }
        bounds[clauses] = line.size();
        return new Clauses(line, Arrays.copyOf(bounds, clauses + 1));
    }

    /** Number of clauses, at least one. */
    public int count() {
        return bounds.length - 1;
    }

    /** Place of the first token of a clause. */
    public int start(int clause) {
        return bounds[clause];
    }

    /** Place after the last token of a clause. */
    public int end(int clause) {
        return bounds[clause + 1];
    }

    /** Whether a clause begins by turning against the one before it. */
    public boolean turns(int clause) {
        for (int i = start(clause); i < end(clause); i++) {
            Token token = line.token(i);
            if (token.isWord()) {
                return TURNS.contains(token.form());
            }
        }
        return false;
    }

    private static boolean opens(Token token) {
        boolean pause = token.kind() == TokenKind.SIGN && (token.is(",") || token.is(";") || token.is(":"));
        boolean turn = token.isWord() && (TURNS.contains(token.form()) || token.is("and"));
        return pause || turn || token.is("…");
    }

    private static int wordsFrom(Line line, int from) {
        int words = 0;
        for (int i = from; i < line.size() && words <= FEWEST_WORDS; i++) {
            words += line.token(i).isWord() ? 1 : 0;
        }
        return words;
    }
}
