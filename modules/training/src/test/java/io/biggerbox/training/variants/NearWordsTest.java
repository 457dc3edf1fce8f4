package io.biggerbox.training.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearWordsTest {
    private final NearWords nearWords = NearWords.of(MadeUpWords.all(), MadeUpWords::numbers, new Random(1));

    @Test
    void wordsOfOneMeaningAreNeighbours() {
        for (String word : MadeUpWords.all()) {
            assertThat(nearWords.of(word))
                    .hasSize(3)
                    .doesNotContain(word)
                    .allMatch(other -> MadeUpWords.meaning(other) == MadeUpWords.meaning(word));
        }
    }

    @Test
    void theNearestComesFirst() {
        List<String> words = MadeUpWords.all();
        String near = words.get(1);
        NearWords some = NearWords.of(
                words,
                word -> {
                    float[] numbers = MadeUpWords.numbers(word);
                    // of the four words of one meaning this one is a little of the next meaning
                    numbers[2] += word.equals(near) ? 0.5f : 0;
                    return numbers;
                },
                new Random(1));

        assertThat(some.of(words.get(41))).hasSize(3).endsWith(near);
    }

    @Test
    void formsOfOneWordAreNoNeighbours() {
        List<String> words = MadeUpWords.all();
        String word = words.get(0);
        NearWords some = NearWords.of(
                Stream.concat(words.stream(), Stream.of(word + "s")).toList(),
                other -> MadeUpWords.numbers(other.equals(word + "s") ? word : other),
                new Random(1));

        assertThat(some.of(word)).hasSize(3).doesNotContain(word + "s");
    }

    @Test
    void aWordThatWasNotGivenHasNone() {
        assertThat(nearWords.of("unheard")).isEmpty();
    }
}
