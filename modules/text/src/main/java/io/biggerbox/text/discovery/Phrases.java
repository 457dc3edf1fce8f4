package io.biggerbox.text.discovery;

import io.biggerbox.text.rules.RuleFiles;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.TokenKind;
import io.biggerbox.text.tokens.Tokenizer;
import io.biggerbox.text.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a sentence, and the phrases that could name what it is about: single words that mean something, and runs of
 * two or three words that begin and end with one. Safe for use by any number of threads.
 */
final class Phrases {

    private static final int LONGEST = 3;
    private static final int SHORTEST_WORD = 2;

    /** Sentences can be as long as texts; what comes later adds little. */
    private static final int MOST_WORDS = 60;

    private final Tokenizer tokenizer = new Tokenizer(Vocabulary.of(List.of()));
    private final Set<String> functionWords;

    private Phrases(Set<String> functionWords) {
        this.functionWords = Set.copyOf(functionWords);
    }

    /** With the function words that ship. */
    static Phrases shipped() {
        Set<String> words = new HashSet<>();
        for (String line : RuleFiles.lines("function-words.txt")) {
            words.addAll(List.of(line.split(" ", -1)));
        }
        return new Phrases(words);
    }

    /** Words in order, with an empty string wherever something stands that no phrase runs across. */
    private List<String> words(String sentence) {
        List<String> words = new ArrayList<>();
        for (Token token : tokenizer.tokens(sentence)) {
            if (words.size() >= MOST_WORDS) {
                break;
            }
            words.add(token.kind() == TokenKind.WORD ? token.form() : "");
        }
        return words;
    }

    /** The words that mean something, in order, as often as they stand there. */
    List<String> contentWords(String sentence) {
        return words(sentence).stream().filter(this::means).toList();
    }

    /** Words and phrases, each once. */
    Set<String> of(String sentence) {
        List<String> words = words(sentence);
        Set<String> found = new LinkedHashSet<>();
        for (int start = 0; start < words.size(); start++) {
            if (!opens(words.get(start))) {
                continue;
            }
            StringBuilder phrase = new StringBuilder(words.get(start));
            if (means(words.get(start))) {
                found.add(phrase.toString());
            }
            for (int end = start + 1; end < Math.min(start + LONGEST, words.size()); end++) {
                String word = words.get(end);
                if (word.isEmpty()) {
                    break;
                }
                phrase.append(' ').append(word);
                if (means(word)) {
                    found.add(phrase.toString());
                }
            }
        }
        return found;
    }

    private boolean means(String word) {
        return word.length() >= SHORTEST_WORD && !functionWords.contains(word) && !denies(word);
    }

    /** A phrase may begin with a denial: "not working" is not "working". */
    private boolean opens(String word) {
        return means(word) || denies(word);
    }

    private static boolean denies(String word) {
        return word.equals("not") || word.equals("no") || word.equals("never") || word.endsWith("n't");
    }
}
