package io.biggerbox.training.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClausesTest {
    @Test
    void partsLoseTheWordThatLinkedThemAndTheSignThatEndedThem() {
        assertThat(Clauses.of("The lid broke, but the seller was kind! It came in a week because of the snow."))
                .containsExactly("The lid broke", "the seller was kind", "It came in a week", "of the snow");
    }

    @Test
    void partsThatSayTooLittleAreLeftOut() {
        assertThat(Clauses.of("No. Never again, and so on, " + "x".repeat(101))).containsExactly("Never again");
    }

    @Test
    void aClauseAloneBeginsWithACapitalAndMayEndOpen() {
        Random random = new Random(1);

        assertThat(IntStream.range(0, 100).mapToObj(i -> Clauses.alone("it leaks", random)))
                .contains("It leaks", "It leaks.", "It leaks!")
                .allMatch(text -> text.startsWith("It leaks"));
    }

    @Test
    void aSecondSentenceBeginsWithACapitalAndASecondClauseDoesNot() {
        Random random = new Random(1);

        assertThat(IntStream.range(0, 1000).mapToObj(i -> Clauses.joined("it leaks", "nobody answers", random)))
                .contains("it leaks. Nobody answers.", "it leaks, but nobody answers")
                .noneMatch(text -> text.contains(", Nobody") || text.contains(". nobody"));
    }
}
