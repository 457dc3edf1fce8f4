package io.biggerbox.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.text.taxonomy.Taxonomy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentimentTest {
    private static final FastReader READER = FastReader.create(new Taxonomy("none", "1", List.of()));

    private static SentimentLabel label(String text) {
        return READER.read(text).sentiment().label();
    }

    private static double score(String text) {
        return READER.read(text).sentiment().score();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is not good.",
                "Waste of money.",
                "Delivery took forever",
                "I am still waiting for my order",
                "My package never arrived.",
                "It doesn't work",
                "It doesn’t work",
                "It doesn&#39;t work",
                "The app won't open",
                "keeps crashing on my phone",
                "I was charged twice",
                "The box was too small",
                "on hold for 45 minutes",
                "I would not recommend this to anyone",
                "Thanks for nothing",
                "😡😡",
                "👎",
                "worst purchase EVER!!!",
                "The first week was great, but then it broke and support ignored me."
            })
    void shouldHearComplaints(String text) {
        assertThat(label(text)).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I love it",
                "Not bad at all, works great",
                "Soooo goood!!!",
                "Great product, fast shipping, would buy again!",
                "Never had a problem with it.",
                "😍😍😍",
                "works like a charm :)",
                "The staff were friendly and helpful",
                "Highly recommended &amp; worth every penny"
            })
    void shouldHearPraise(String text) {
        assertThat(label(text)).isEqualTo(SentimentLabel.POSITIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How do I change my address?",
                "What are your opening hours?",
                "Can I pay with a gift card?",
                "My order came today."
            })
    void shouldLeaveNeutralRequestsNeutral(String text) {
        assertThat(label(text)).isEqualTo(SentimentLabel.NEUTRAL);
    }

    @Test
    void shouldTurnAroundUnderNegation() {
        assertThat(score("The food was good")).isGreaterThan(0);
        assertThat(score("The food was not good")).isLessThan(0);
        assertThat(score("The food was no longer good")).isLessThan(0);
        assertThat(score("The food was never good")).isLessThan(0);
    }

    @Test
    void shouldWeighWhatFollowsABut() {
        assertThat(score("The quality is terrible but the colour is lovely"))
                .isGreaterThan(score("The colour is lovely but the quality is terrible"));
    }

    @Test
    void shouldNotTakeAWishForPraise() {
        assertThat(score("It would be nice if it worked")).isLessThan(score("It is nice and it worked"));
    }

    @Test
    void shouldJudgeEverySentenceByItself() {
        Reading reading = READER.read("I love the colour. The zipper broke after a week and it is useless.");
        assertThat(reading.sentences())
                .extracting(sentence -> sentence.sentiment().label())
                .containsExactly(SentimentLabel.POSITIVE, SentimentLabel.NEGATIVE);
    }

    @Test
    void shouldBeSurerOfManyWordsThanOfNone() {
        assertThat(READER.read("Absolutely terrible, broken, useless, worst ever")
                        .sentiment()
                        .confidence())
                .isGreaterThan(READER.read("It is a box").sentiment().confidence());
        assertThat(READER.read("qwzx").sentiment()).isEqualTo(Sentiment.UNKNOWN);
    }
}
