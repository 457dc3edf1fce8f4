package io.biggerbox.text;

import io.biggerbox.text.rules.Clauses;
import io.biggerbox.text.themes.ThemeHit;
import io.biggerbox.text.tokens.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring clauses of one sentence.
 *
 * @param first the first of them, from 0
 * @param last the last of them, inclusive
 */
record ClauseRange(int first, int last) {

    /** The clauses in which the words of a theme stand. */
    static ClauseRange of(List<List<Token>> clauses, List<Token> words, ThemeHit hit) {
        int from = words.get(hit.first()).start();
        int to = words.get(hit.last()).end();
        int first = 0;
        int last = clauses.size() - 1;
        while (first < last && clauses.get(first + 1).get(0).start() <= from) {
            first++;
        }
        while (last > first && clauses.get(last).get(0).start() >= to) {
            last--;
        }
        return new ClauseRange(first, last);
    }

    /** As far as neighbours go on about the same: they name no theme, and none of them begins with a "but". */
    ClauseRange widened(List<List<Token>> clauses, boolean[] named) {
        int from = first;
        int to = last;
        while (from > 0 && !named[from - 1] && !Clauses.turns(clauses.get(from))) {
            from--;
        }
        while (to + 1 < clauses.size() && !named[to + 1] && !Clauses.turns(clauses.get(to + 1))) {
            to++;
        }
        return new ClauseRange(from, to);
    }

    /** All their tokens. */
    List<Token> tokens(List<List<Token>> clauses) {
        if (first == last) {
            return clauses.get(first);
        }
        List<Token> tokens = new ArrayList<>();
        for (List<Token> clause : clauses.subList(first, last + 1)) {
            tokens.addAll(clause);
        }
        return tokens;
    }

    /** For every clause, whether a theme has words in it. */
    static boolean[] named(List<List<Token>> clauses, List<Token> words, List<ThemeHit> hits) {
        boolean[] named = new boolean[clauses.size()];
        for (ThemeHit hit : hits) {
            ClauseRange range = of(clauses, words, hit);
            for (int c = range.first; c <= range.last; c++) {
                named[c] = true;
            }
        }
        return named;
    }
}
