package io.biggerbox.training.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VariationsTest {
    private static final List<String> TEXTS =
            List.of("The screen was not bright at all.", "Their driver is always friendly and on time");
    private static final Map<String, List<String>> KIN =
            Map.of("screen", List.of("display"), "bright", List.of("dark"), "friendly", List.of("rude"));

    private static List<String> made(long seed) {
        return new Variations(TEXTS, KIN, seed).make(60);
    }

    @Test
    void shouldMakeTheSameEveryTimeAndNothingTwice() {
        assertThat(made(1)).hasSize(60).doesNotHaveDuplicates().isEqualTo(made(1));
        assertThat(made(1)).isNotEqualTo(made(2));
    }

    @Test
    void shouldCutExchangeTurnAndJoin() {
        assertThat(made(1))
                .as("a negation taken out, and one put in")
                .contains("The screen was bright at all.")
                .containsAnyOf(
                        "Their driver is not always friendly and on time",
                        "Their driver is never always friendly and on time")
                .as("another word of the same kind, with its full stop or comma")
                .containsAnyOf("The display was not bright at all.", "The display was not dark at all.");
        assertThat(made(1))
                .as("joined to another")
                .anyMatch(text -> text.startsWith("The screen was not bright at all") && text.contains(" Their driver"));
    }

    @Test
    void shouldUseNoWordsButThoseGiven() {
        Set<String> words = Stream.concat(
                        Stream.of("display", "dark", "rude", "not", "never", "but", "and", "although", "because"),
                        Stream.of("However,", ".", ",", "while", "yet"))
                .collect(Collectors.toSet());
        TEXTS.forEach(text -> words.addAll(List.of(text.split(" ", -1))));
        Set<String> plain = words.stream().map(VariationsTest::bare).collect(Collectors.toSet());
        assertThat(made(3)).allSatisfy(text -> assertThat(List.of(text.split(" ", -1)))
                .allSatisfy(word -> assertThat(plain).contains(bare(word))));
    }

    private static String bare(String word) {
        return word.replaceAll("[.,]", "");
    }
}
