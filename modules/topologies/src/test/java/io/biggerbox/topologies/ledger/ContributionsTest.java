package io.biggerbox.topologies.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.Feedback;
import io.biggerbox.events.FeedbackKind;
import io.biggerbox.events.IntentKind;
import io.biggerbox.events.IntentReading;
import io.biggerbox.events.Mention;
import io.biggerbox.events.ReadingStatus;
import io.biggerbox.events.Replaced;
import io.biggerbox.events.SentimentLabel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContributionsTest {

    private static final Instant AT = Instant.parse("2026-03-02T23:59:59Z");
    private static final String TEXT = "The box is too small. Box again! Nice login.";

    private static Mention.Builder mention(String theme, SentimentLabel polarity, double score, int start, int end) {
        return Mention.newBuilder()
                .setTheme(theme)
                .setPolarity(polarity)
                .setScore(score)
                .setAt(AT)
                .setStart(start)
                .setEnd(end)
                .setEvidence("word");
    }

    private static Feedback.Builder feedback(Mention... mentions) {
        return Feedback.newBuilder()
                .setFeedbackId("shop:1")
                .setRevision(1)
                .setKind(FeedbackKind.REVIEW)
                .setProduct("Box")
                .setCustomerId("c1")
                .setChannel("web")
                .setLanguage("en")
                .setEventTime(AT)
                .setReceivedAt(AT)
                .setReading(ReadingStatus.READ)
                .setRedactedText(TEXT)
                .setSentiment(SentimentLabel.NEGATIVE)
                .setSentimentScore(-0.5)
                .setSentimentConfidence(0.9)
                .setSentences(List.of())
                .setMentions(List.of(mentions))
                .setIntents(List.of())
                .setReplies(List.of())
                .setModelVersion("m")
                .setTaxonomyVersion("t")
                .setSourceTopic("voc.reviews")
                .setSourcePartition(0)
                .setSourceOffset(0);
    }

    private static Replaced replaced(Mention... mentions) {
        return Replaced.newBuilder()
                .setRevision(0)
                .setProduct("Old box")
                .setCustomerId("c1")
                .setChannel("web")
                .setEventTime(AT.minusSeconds(86_400))
                .setReading(ReadingStatus.READ)
                .setSentiment(SentimentLabel.NEGATIVE)
                .setSentimentScore(-0.5)
                .setMentions(List.of(mentions))
                .setLeaving(true)
                .setResolution("USER_ERROR")
                .build();
    }

    @Test
    void theStrongestMentionOfAThemeSpeaksForIt() {
        List<Contribution> all = Contributions.of(feedback(
                        mention("box", SentimentLabel.NEGATIVE, -0.4, 0, 21).build(),
                        mention("box", SentimentLabel.NEGATIVE, -0.9, 22, 32).build(),
                        mention("box", SentimentLabel.POSITIVE, 0.2, 22, 32).build(),
                        mention("app", SentimentLabel.POSITIVE, 0.7, 33, 44).build())
                .build());

        assertThat(all).extracting(Contribution::theme).containsExactly("app", "box", "box");
        assertThat(all)
                .extracting(Contribution::polarity)
                .containsExactly(SentimentLabel.POSITIVE, SentimentLabel.NEGATIVE, SentimentLabel.POSITIVE);
        assertThat(all.get(1).scoreUnits()).isEqualTo(-9_000);
        assertThat(all.get(1).quote()).isEqualTo("Box again!");
        assertThat(all)
                .allSatisfy(contribution -> assertThat(contribution.sign()).isEqualTo(1));
    }

    @Test
    void whatIsReplacedIsTakenBackFirstAndAsItWas() {
        List<Contribution> all = Contributions.of(
                feedback(mention("box", SentimentLabel.NEGATIVE, -1, 0, 21).build())
                        .setReplaces(replaced(mention("app", SentimentLabel.NEGATIVE, -0.25, 0, 0)
                                .setAt(AT.minusSeconds(86_400))
                                .build()))
                        .build());

        assertThat(all).extracting(Contribution::sign).containsExactly(-1, 1);
        Contribution back = all.get(0);
        assertThat(back.product()).isEqualTo("Old box");
        assertThat(back.theme()).isEqualTo("app");
        assertThat(back.leaving()).isTrue();
        assertThat(back.userError()).isTrue();
        assertThat(back.quote()).isNull();
        assertThat(back.day()).isEqualTo(all.get(1).day() - 1);
    }

    @Test
    void workaroundsRefundsAndExceptionsAreExceptions() {
        Mention box = mention("box", SentimentLabel.NEGATIVE, -1, 0, 21).build();
        for (String resolution : List.of("WORKAROUND", "EXCEPTION_GRANTED", "REFUND")) {
            assertThat(Contributions.of(feedback(box).setResolution(resolution).build()))
                    .singleElement()
                    .satisfies(contribution -> {
                        assertThat(contribution.exception()).isTrue();
                        assertThat(contribution.userError()).isFalse();
                    });
        }
        assertThat(Contributions.of(feedback(box).setResolution("USER_ERROR").build()))
                .singleElement()
                .satisfies(contribution -> {
                    assertThat(contribution.exception()).isFalse();
                    assertThat(contribution.userError()).isTrue();
                });
    }

    @Test
    void leavingIsWhatTheCustomerSays() {
        Feedback feedback = feedback(
                        mention("box", SentimentLabel.NEGATIVE, -1, 0, 21).build())
                .setIntents(List.of(IntentReading.newBuilder()
                        .setKind(IntentKind.LEAVING)
                        .setScore(1)
                        .setStart(0)
                        .setEnd(1)
                        .setEvidence("cancel")
                        .build()))
                .build();
        assertThat(Contributions.of(feedback)).allMatch(Contribution::leaving);
    }

    @Test
    void hoursAndDaysAreThoseOfUtcAndTheExperienceMayBeEarlier() {
        Contribution contribution = Contributions.of(feedback(mention("box", SentimentLabel.NEGATIVE, -1, 0, 21)
                                .setExperiencedAt(AT.minusSeconds(3 * 86_400))
                                .build())
                        .build())
                .get(0);
        assertThat(contribution.day()).isEqualTo(Days.of(Instant.parse("2026-03-02T00:00:00Z")));
        assertThat(contribution.hour()).isEqualTo(contribution.day() * 24L + 23);
        assertThat(contribution.experienceDay()).isEqualTo(contribution.day() - 3);
    }

    @Test
    void longQuotesAreCutBetweenCharacters() {
        String text = "x".repeat(279) + "\uD83D\uDE00" + "y".repeat(50);
        Contribution contribution = Contributions.of(
                        feedback(mention("box", SentimentLabel.NEGATIVE, -1, 0, text.length())
                                        .build())
                                .setRedactedText(text)
                                .build())
                .get(0);
        assertThat(contribution.quote()).isEqualTo("x".repeat(279) + "…");
    }

    @Test
    void aSpanOutsideTheTextQuotesWhatThereIs() {
        assertThat(Contributions.of(feedback(mention("box", SentimentLabel.NEGATIVE, -1, -5, 9_999)
                                .build())
                        .build()))
                .singleElement()
                .satisfies(contribution -> assertThat(contribution.quote()).isEqualTo(TEXT));
        assertThat(Contributions.of(feedback(mention("box", SentimentLabel.NEGATIVE, -1, 9_999, 3)
                                .build())
                        .build()))
                .singleElement()
                .satisfies(contribution -> assertThat(contribution.quote()).isEmpty());
    }
}
