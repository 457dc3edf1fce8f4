package io.biggerbox.text;

import io.biggerbox.text.rules.Clauses;
import io.biggerbox.text.sentiment.Stretch;
import io.biggerbox.text.themes.ThemeHit;
import io.biggerbox.text.tokens.Line;
import java.util.List;

/**
 * Neighbouring clauses of one sentence.
 *
 * @param first the first of them, from 0
 * @param last the last of them, inclusive
 */
record ClauseRange(int first, int last) {

    /** The clauses in which the words of a theme stand. */
    static ClauseRange of(Clauses clauses, Line line, ThemeHit hit) {
        int from = line.place(hit.first());
        int to = line.place(hit.last());
        int first = 0;
        int last = clauses.count() - 1;
        while (first < last && clauses.start(first + 1) <= from) {
            first++;
        }
        while (last > first && clauses.start(last) > to) {
            last--;
        }
        return new ClauseRange(first, last);
    }

    /** As far as neighbours go on about the same: they name no theme, and none of them begins with a "but". */
    ClauseRange widened(Clauses clauses, boolean[] named) {
        int from = first;
        int to = last;
        while (from > 0 && !named[from - 1] && !clauses.turns(from)) {
            from--;
        }
        while (to + 1 < clauses.count() && !named[to + 1] && !clauses.turns(to + 1)) {
            to++;
        }
        return new ClauseRange(from, to);
    }

    /** All their tokens. */
    Stretch tokens(Clauses clauses) {
        return Stretch.of(clauses.start(first), clauses.end(last));
    }

    /** For every clause, whether a theme has words in it. */
    static boolean[] named(Clauses clauses, Line line, List<ThemeHit> hits) {
        boolean[] named = new boolean[clauses.count()];
        for (ThemeHit hit : hits) {
            ClauseRange range = of(clauses, line, hit);
            for (int c = range.first; c <= range.last; c++) {
                named[c] = true;
            }
        }
        return named;
    }
}
