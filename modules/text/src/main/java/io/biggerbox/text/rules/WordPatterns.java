package io.biggerbox.text.rules;

import io.biggerbox.text.tokens.StemTable;
import io.biggerbox.text.tokens.Stems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Many word patterns, indexed by their first word. Immutable. */
public final class WordPatterns {
    private final StemTable<List<NumberedPattern>> byFirst;

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
        this.byFirst = new StemTable<>(lists);
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

    /**
     * All matches, by first word.
     *
     * @param stems numbers of the stems of the words and numbers of one sentence
     * @param count how many of them there are
     */
    public List<WordPattern.Match> matches(int[] stems, int count) {
        // most sentences have none: the list is made for the first
        @Nullable List<WordPattern.Match> matches = null;
        for (int i = 0; i < count; i++) {
            List<NumberedPattern> candidates = byFirst.get(stems[i]);
            if (candidates == null) {
                continue;
            }
            for (int c = 0; c < candidates.size(); c++) {
                int last = candidates.get(c).lastOf(stems, count, i);
                if (last >= 0) {
                    matches = matches == null ? new ArrayList<>(4) : matches;
                    matches.add(new WordPattern.Match(candidates.get(c).pattern(), i, last));
                }
            }
        }
        return matches == null ? List.of() : matches;
    }
}
