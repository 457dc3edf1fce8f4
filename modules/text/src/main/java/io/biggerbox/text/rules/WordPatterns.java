package io.biggerbox.text.rules;

import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.StemIndex;
import io.biggerbox.text.tokens.Stems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Many word patterns, indexed by their first word. Immutable. */
public final class WordPatterns {
    private final StemIndex<NumberedPattern> byFirst;

    /** What each of them needs: a number to look at before the pattern itself, which is somewhere else in memory. */
    private final long[] needed;

    /** Likewise what must come second; nothing for those that do not say. */
    private final long[] second;

    /** Of the stems with which they start. */
    private final int mark;

    /**
     * @param patterns what to look for
     * @param stems numbers of stems, also of those that will be searched
     */
    public WordPatterns(Collection<WordPattern> patterns, Stems stems) {
        Map<Integer, List<NumberedPattern>> lists = new HashMap<>();
        for (WordPattern pattern : patterns) {
            NumberedPattern numbered = NumberedPattern.of(pattern, stems);
            for (int stem : numbered.firstStems()) {
                lists.computeIfAbsent(stem, s -> new ArrayList<>(1)).add(numbered);
            }
        }
        this.byFirst = new StemIndex<>(lists);
        this.needed = new long[byFirst.size()];
        Arrays.setAll(needed, place -> byFirst.at(place).needed());
        this.second = new long[byFirst.size()];
        Arrays.setAll(second, place -> byFirst.at(place).second());
        this.mark = stems.mark(lists.keySet());
    }

    /**
     * Reads {@code label<TAB>score<TAB>pattern} lines.
     *
     * @param lines without comments and empty lines
     * @param stems numbers of stems, also of those that will be searched
     */
    public static WordPatterns of(List<String> lines, Stems stems) {
        List<WordPattern> patterns = new ArrayList<>(lines.size());
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            patterns.add(WordPattern.of(fields[2], fields[0], Double.parseDouble(fields[1])));
        }
        return new WordPatterns(patterns, stems);
    }

    /** Whether a sentence holds a word with which one of them starts: most do not, and need not be searched. */
    public boolean mayStartIn(Line line) {
        return line.isMarked(mark);
    }

    /** Whether one of them starts with the word at {@code position}, counting words and numbers only. */
    public boolean mayStartAt(Line line, int position) {
        return line.isMarked(position, mark);
    }

    /** All matches in a sentence, by first word. */
    public List<WordPattern.Match> matches(Line line) {
        if (!mayStartIn(line)) {
            return List.of();
        }
        @Nullable List<WordPattern.Match> matches = null;
        for (int i = 0; i < line.words(); i++) {
            if (mayStartAt(line, i)) {
                matches = addAt(i, line.stems(), line.words(), line.held(), matches);
            }
        }
        return matches == null ? List.of() : matches;
    }

    /**
     * All matches, by first word.
     *
     * @param stems numbers of the stems of the words and numbers of a part of a sentence
     * @param count how many of them there are
     * @param held the {@link Stems#bit bits} of those stems, and perhaps of others
     */
    public List<WordPattern.Match> matches(int[] stems, int count, long held) {
        @Nullable List<WordPattern.Match> matches = null;
        for (int i = 0; i < count; i++) {
            matches = addAt(i, stems, count, held, matches);
        }
        return matches == null ? List.of() : matches;
    }

    /** Adds those that start with word {@code i}. Most sentences have none: the list is made for the first. */
    private @Nullable List<WordPattern.Match> addAt(
            int i, int[] stems, int count, long held, @Nullable List<WordPattern.Match> matches) {
        @Nullable List<WordPattern.Match> all = matches;
        long next = i + 1 < count ? Stems.bit(stems[i + 1]) : 0;
        int to = byFirst.to(stems[i]);
        for (int p = byFirst.from(stems[i]); p < to; p++) {
            boolean conceivable = (needed[p] & ~held) == 0 && (second[p] == 0 || (second[p] & next) != 0);
            int last = conceivable ? byFirst.at(p).lastOf(stems, count, i) : -1;
            if (last >= 0) {
                all = all == null ? new ArrayList<>(4) : all;
                all.add(new WordPattern.Match(byFirst.at(p).pattern(), i, last));
            }
        }
        return all;
    }
}
