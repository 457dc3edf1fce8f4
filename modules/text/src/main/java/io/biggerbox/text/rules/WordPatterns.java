package io.biggerbox.text.rules;

import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.TokenKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many word patterns, indexed by their first word. Immutable. */
public final class WordPatterns {
    private final Map<String, List<WordPattern>> byFirst = new HashMap<>();

    /** Compiles nothing further: the patterns are ready. */
    public WordPatterns(Collection<WordPattern> patterns) {
        for (WordPattern pattern : patterns) {
            for (String stem : pattern.firstStems()) {
                byFirst.computeIfAbsent(stem, s -> new ArrayList<>()).add(pattern);
            }
        }
    }

    /**
     * Reads {@code label<TAB>score<TAB>pattern} lines.
     *
     * @param lines without comments and empty lines
     */
    public static WordPatterns of(List<String> lines) {
        List<WordPattern> patterns = new ArrayList<>(lines.size());
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            patterns.add(WordPattern.of(fields[2], fields[0], Double.parseDouble(fields[1])));
        }
        return new WordPatterns(patterns);
    }

    /** The tokens that patterns look at: words and numbers. */
    public static List<Token> wordsOf(List<Token> tokens) {
        List<Token> words = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            if (token.kind() == TokenKind.WORD || token.kind() == TokenKind.NUMBER) {
                words.add(token);
            }
        }
        return words;
    }

    /** All matches in one sentence, by first word; positions count words and numbers only. */
    public List<WordPattern.Match> matches(List<Token> tokens) {
        return matchesInWords(wordsOf(tokens));
    }

    /** As {@link #matches}, for what {@link #wordsOf} gave. */
    public List<WordPattern.Match> matchesInWords(List<Token> words) {
        List<WordPattern.Match> matches = new ArrayList<>(2);
        for (int i = 0; i < words.size(); i++) {
            List<WordPattern> candidates = byFirst.get(words.get(i).stem());
            if (candidates == null) {
                continue;
            }
            for (WordPattern candidate : candidates) {
                int last = candidate.lastOf(words, i);
                if (last >= 0) {
                    matches.add(new WordPattern.Match(candidate, i, last));
                }
            }
        }
        return matches;
    }
}
