package io.biggerbox.training.student;

import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.TokenKind;
import io.biggerbox.text.tokens.Tokenizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words that get a row of their own.
 *
 * @param forms marks, signs, English words, then all others; each group in alphabetical order
 * @param english number of forms up to the last English word
 */
public record WordChoice(List<String> forms, int english) {
    /** Rows that are no words; their places are those that {@code Inputs} names. */
    private static final List<String> MARKS = List.of("<unknown>", "<edge>", "<number>");

    /** Signs that may turn or end a thought. */
    private static final List<String> SIGNS =
            List.of(".", ",", "!", "?", "…", ";", ":", "-", "\"", "(", ")", "/", "&", "$", "%", "*", "+");

    private static final int FEWEST = 3;
    private static final int LONGEST = 24;

    public WordChoice {
        forms = List.copyOf(forms);
    }

    /**
     * Chooses.
     *
     * @param texts English texts, whose frequent words are taken
     * @param lists further English words
     * @param others words of any language
     * @param tokenizer as the reader uses it
     */
    public static WordChoice of(
            Collection<String> texts, Collection<String> lists, Collection<String> others, Tokenizer tokenizer) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            for (Token token : tokenizer.tokens(text)) {
                if (token.kind() == TokenKind.WORD) {
                    counts.merge(token.form(), 1, Integer::sum);
                }
            }
        }
        counts.values().removeIf(count -> count < FEWEST);
        Set<String> english = plain(counts.keySet());
        english.addAll(plain(lists));
        Set<String> foreign = plain(others);
        foreign.removeAll(english);
        List<String> forms = new ArrayList<>(MARKS);
        forms.addAll(SIGNS);
        forms.addAll(english);
        int end = forms.size();
        forms.addAll(foreign);
        return new WordChoice(forms, end);
    }

    private static Set<String> plain(Collection<String> words) {
        Set<String> plain = new TreeSet<>(words);
        plain.removeIf(word -> !isPlain(word));
        return plain;
    }

    private static boolean isPlain(String word) {
        if (word.isEmpty() || word.length() > LONGEST || word.charAt(0) == '\'') {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c != '\'' && !(c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return true;
    }
}
