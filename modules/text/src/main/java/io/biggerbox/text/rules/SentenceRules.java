package io.biggerbox.text.rules;

import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Stemmer;
import io.biggerbox.text.tokens.Stems;
import java.util.ArrayList;
import java.util.List;

/** Word patterns whose label is what a sentence does: an intent, or a tone of a reply. Immutable. */
public final class SentenceRules {
    private static final int NEGATION_REACH = 2;

    private final WordPatterns patterns;
    private final int not;

    /**
     * @param name resource of lines {@code label<TAB>score<TAB>pattern}; scores from 0 to 1
     * @param stems numbers of stems, also of those that will be searched
     */
    public SentenceRules(String name, Stems stems) {
        this.patterns = WordPatterns.of(RuleFiles.lines(name), stems);
        this.not = stems.number(Stemmer.NOT);
    }

    /**
     * The strongest pattern of every label, in order of appearance. A pattern right after a negation does not count
     * unless it starts with one itself.
     */
    public List<WordPattern> find(Line line) {
        List<WordPattern.Match> matches = patterns.matches(line);
        if (matches.isEmpty()) {
            return List.of();
        }
        List<WordPattern> strongest = new ArrayList<>(matches.size());
        for (WordPattern.Match match : matches) {
            if (!turned(line.stems(), match.first())) {
                keep(strongest, match.pattern());
            }
        }
        return strongest;
    }

    private static void keep(List<WordPattern> strongest, WordPattern fresh) {
        for (int i = 0; i < strongest.size(); i++) {
            WordPattern old = strongest.get(i);
            if (old.label().equals(fresh.label())) {
                strongest.set(i, fresh.score() > old.score() ? fresh : old);
                return;
            }
        }
        strongest.add(fresh);
    }

    private boolean turned(int[] stems, int first) {
        if (stems[first] == not) {
            return false;
        }
        for (int i = first - 1; i >= 0 && i >= first - NEGATION_REACH; i--) {
            if (stems[i] == not) {
                return true;
            }
        }
        return false;
    }
}
