package io.biggerbox.text.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Stems;
import io.biggerbox.text.tokens.Tokenizer;
import io.biggerbox.text.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPatternsTest {
    private static final Vocabulary VOCABULARY = Vocabulary.of(List.of("money", "back", "want", "my"));

    private static List<WordPattern.Match> matches(List<WordPatterns> sets, Stems stems, String sentence) {
        Line line = new Line(stems);
        line.lay(new Tokenizer(VOCABULARY).tokens(sentence));
        return sets.stream().flatMap(set -> set.matches(line).stream()).toList();
    }

    @Test
    void shouldFindTheRulesOfEverySetHoweverManyShareAMark() {
        Stems stems = new Stems(VOCABULARY);
        List<WordPatterns> sets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sets.add(new WordPatterns(List.of(WordPattern.of("word" + i + " money", "label" + i, 1)), stems));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(matches(sets, stems, "want word" + i + " money"))
                    .extracting(match -> match.pattern().label())
                    .containsExactly("label" + i);
        }
        assertThat(matches(sets, stems, "want my money back")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "want * back, want my money back, true",
        "want * back, want back, true",
        "want money|back, want back, true",
        "want money|back, want my back, false",
        "want, my want, true",
        "^want, my want, false",
        "want, my money, false",
        "want my, money want, false"
    })
    void shouldLookAtWhatFollows(String pattern, String sentence, boolean found) {
        Stems stems = new Stems(VOCABULARY);
        WordPatterns patterns = new WordPatterns(List.of(WordPattern.of(pattern, "label", 1)), stems);
        assertThat(matches(List.of(patterns), stems, sentence)).hasSize(found ? 1 : 0);
    }
}
