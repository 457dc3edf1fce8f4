package io.biggerbox.text.rules;

import io.biggerbox.text.tokens.Stemmer;
import io.biggerbox.text.tokens.Token;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Word patterns whose label is what a sentence does: an intent, or a tone of a reply. Immutable. */
public final class SentenceRules {
    private static final int NEGATION_REACH = 2;

    private final WordPatterns patterns;

    /**
     * @param name resource of lines {@code label<TAB>score<TAB>pattern}; scores from 0 to 1
     */
    public SentenceRules(String name) {
        this.patterns = WordPatterns.of(RuleFiles.lines(name));
    }

    /**
     * The strongest pattern of every label, in order of appearance. A pattern right after a negation does not count
     * unless it starts with one itself.
     *
     * @param words words and numbers of one sentence
     */
    public Collection<WordPattern> find(List<Token> words) {
        Map<String, WordPattern> strongest = new LinkedHashMap<>();
        for (WordPattern.Match match : patterns.matchesInWords(words)) {
            if (!turned(words, match)) {
                strongest.merge(
                        match.pattern().label(),
                        match.pattern(),
                        (old, fresh) -> fresh.score() > old.score() ? fresh : old);
            }
        }
        return strongest.values();
    }

    private static boolean turned(List<Token> words, WordPattern.Match match) {
        if (words.get(match.first()).stem().equals(Stemmer.NOT)) {
            return false;
        }
        for (int i = match.first() - 1; i >= 0 && i >= match.first() - NEGATION_REACH; i--) {
            if (words.get(i).stem().equals(Stemmer.NOT)) {
                return true;
            }
        }
        return false;
    }
}
