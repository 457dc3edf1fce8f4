package io.biggerbox.testkit;

import static io.biggerbox.testkit.Events.MONDAY;
import static io.biggerbox.testkit.Events.review;
import static io.biggerbox.testkit.Events.ticket;
import static io.biggerbox.testkit.Events.turn;
import static io.biggerbox.testkit.Fixtures.BOX;
import static io.biggerbox.testkit.Fixtures.BOX_COMPLAINT;
import static io.biggerbox.testkit.Fixtures.LOGIN;
import static io.biggerbox.testkit.Fixtures.LOGIN_COMPLAINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.biggerbox.events.Author;
import io.biggerbox.events.Correction;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.Mention;
import io.biggerbox.events.Polarity;
import io.biggerbox.events.SentimentLabel;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.corrections.CorrectionDraft;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody has corrected holds whenever the same words are read again, and only then. */
class CorrectionScenariosTest {

    private static final Instant LATER = MONDAY.plusSeconds(3600);

    private final TestStack stack = TestStack.ephemeral();

    @AfterEach
    void close() {
        stack.close();
    }

    private static CorrectionDraft draft(Map<String, Polarity> said, Set<String> denied) {
        return new CorrectionDraft(said, denied, null, "ann", null);
    }

    private Correction correct(CorrectionDraft draft) {
        Correction correction = draft.about(last(), Optional.empty(), LATER);
        stack.send(correction);
        return correction;
    }

    private Feedback last() {
        List<Feedback> all = stack.feedback();
        return all.get(all.size() - 1);
    }

    /** The history from its beginning into new stores; corrections are where they were. */
    private Feedback replayed(Correction... corrections) {
        try (TestStack anew = TestStack.ephemeral()) {
            for (Correction correction : corrections) {
                anew.send(correction);
            }
            anew.send(review("r1", "c1", MONDAY).build());
            assertThat(anew.deadLetters()).isEmpty();
            return anew.feedback().get(0);
        }
    }

    @Test
    void aReplayReadsWhatWasCorrectedAsCorrected() {
        stack.send(review("r1", "c1", MONDAY).build());
        assertThat(last().getMentions()).extracting(Mention::getTheme).containsExactly(BOX);
        Correction correction = correct(draft(Map.of(LOGIN, Polarity.NEGATIVE), Set.of(BOX)));

        Feedback again = replayed(correction);
        assertThat(again.getMentions())
                .extracting(Mention::getTheme, Mention::getPolarity, Mention::getEvidence, Mention::getAt)
                .containsExactly(tuple(LOGIN, SentimentLabel.NEGATIVE, "correction:ann", MONDAY));
        assertThat(again.getMentions().get(0).getEnd()).isEqualTo(BOX_COMPLAINT.length());
        assertThat(again.getCorrectedBy()).isEqualTo("ann");
        assertThat(last().getCorrectedBy())
                .as("what has been read keeps its labels")
                .isNull();
    }

    @Test
    void whatNobodySpokeOfIsTheReadersWord() {
        stack.send(review("r1", "c1", MONDAY).build());
        Correction correction = correct(draft(Map.of(LOGIN, Polarity.NEUTRAL), Set.of()));
        assertThat(correction.getThemes()).containsExactly(LOGIN, BOX);
        assertThat(correction.getSentiment()).isEqualTo(Polarity.NEGATIVE);
        assertThat(correction.getSaidSentiment()).isNull();

        Feedback again = replayed(correction);
        assertThat(again.getMentions()).extracting(Mention::getTheme).containsExactlyInAnyOrder(BOX, LOGIN);
        assertThat(again.getMentions())
                .filteredOn(mention -> mention.getTheme().equals(BOX))
                .singleElement()
                .satisfies(mention -> assertThat(mention.getEvidence()).doesNotContain("correction"));
        assertThat(again.getSentiment()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void theSentimentOfATextIsThatOfItsOnlySentence() {
        stack.send(review("r1", "c1", MONDAY).build());
        Correction correction = correct(
                new CorrectionDraft(Map.of(BOX, Polarity.POSITIVE), Set.of(), Polarity.POSITIVE, "ann", "irony"));

        Feedback again = replayed(correction);
        assertThat(again.getSentiment()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(again.getSentimentScore()).isEqualTo(0.5);
        assertThat(again.getSentimentConfidence()).isEqualTo(1);
        assertThat(again.getSentences()).singleElement().satisfies(sentence -> assertThat(sentence.getSentiment())
                .isEqualTo(SentimentLabel.POSITIVE));
        assertThat(again.getMentions()).singleElement().satisfies(mention -> {
            assertThat(mention.getPolarity()).isEqualTo(SentimentLabel.POSITIVE);
            assertThat(mention.getScore()).isPositive();
        });
    }

    @Test
    void anEditWithTheSameWordsIsCorrectedAndCountedAsCorrected() {
        stack.send(review("r1", "c1", MONDAY).build());
        correct(draft(Map.of(LOGIN, Polarity.NEGATIVE), Set.of(BOX)));
        stack.send(review("r1", "c1", MONDAY).setRevision(2).setRating(1.0).build(), LATER);

        assertThat(last().getMentions()).extracting(Mention::getTheme).containsExactly(LOGIN);
        assertThat(Objects.requireNonNull(
                                stack.themeStats().get("Box|packaging.box-too-small|DAY|2026-03-02T00:00:00Z"))
                        .getNegativeMentions())
                .as("what the reader had counted is taken back")
                .isZero();
        assertThat(Objects.requireNonNull(stack.themeStats().get("Box|app.login|DAY|2026-03-02T00:00:00Z"))
                        .getNegativeMentions())
                .isEqualTo(1);
    }

    @Test
    void anEditWithOtherWordsIsReadAfresh() {
        stack.send(review("r1", "c1", MONDAY).build());
        correct(draft(Map.of(LOGIN, Polarity.NEGATIVE), Set.of(BOX)));
        stack.send(
                review("r1", "c1", MONDAY)
                        .setRevision(2)
                        .setText("The box is broken, terrible.")
                        .build(),
                LATER);

        assertThat(last().getMentions()).extracting(Mention::getTheme).containsExactly(BOX);
        assertThat(last().getCorrectedBy()).isNull();
    }

    @Test
    void whatIsTakenBackHoldsNoLonger() {
        stack.send(review("r1", "c1", MONDAY).build());
        correct(draft(Map.of(LOGIN, Polarity.NEGATIVE), Set.of(BOX)));
        stack.undoCorrection("shop:r1", LATER);
        stack.send(review("r1", "c1", MONDAY).setRevision(2).build(), LATER);

        assertThat(last().getMentions()).extracting(Mention::getTheme).containsExactly(BOX);
        assertThat(stack.deadLetters()).isEmpty();
    }

    @Test
    void correctionsSurviveARestart() {
        stack.send(review("r1", "c1", MONDAY).build());
        correct(draft(Map.of(), Set.of(BOX)));
        stack.restart();
        stack.send(review("r1", "c1", MONDAY).setRevision(2).build(), LATER);
        assertThat(last().getMentions()).isEmpty();
    }

    @Test
    void aThemeIsSaidOfTheSentenceThatLeansItsWay() {
        Instant second = MONDAY.plusSeconds(600);
        stack.send(
                ticket("t1", "c1", MONDAY)
                        .setDescription("Thank you, I love it.")
                        .setTurns(List.of(turn(Author.CUSTOMER, second, "Now everything is terrible and useless.")))
                        .build(),
                second);
        correct(draft(Map.of(BOX, Polarity.NEGATIVE), Set.of()));
        stack.send(
                ticket("t1", "c1", MONDAY)
                        .setRevision(2)
                        .setDescription("Thank you, I love it.")
                        .setTurns(List.of(turn(Author.CUSTOMER, second, "Now everything is terrible and useless.")))
                        .build(),
                LATER);

        assertThat(last().getMentions()).singleElement().satisfies(mention -> {
            assertThat(last().getRedactedText().substring(mention.getStart(), mention.getEnd()))
                    .isEqualTo("Now everything is terrible and useless.");
            assertThat(mention.getAt()).isEqualTo(second);
            assertThat(mention.getScore()).isNegative();
        });
    }

    @Test
    void aThemeThatTheTaxonomyNoLongerHasIsNotAdded() {
        stack.send(review("r1", "c1", MONDAY).build());
        correct(draft(Map.of(LOGIN, Polarity.NEGATIVE), Set.of()));
        stack.publish(new Taxonomy("test", "test-2", List.of(Fixtures.theme(BOX, "Box", "logistics", "box"))), LATER);
        stack.send(review("r1", "c1", MONDAY).setRevision(2).build(), LATER);
        assertThat(last().getMentions()).extracting(Mention::getTheme).containsExactly(BOX);
    }

    @Test
    void laterWordsAboutTheSameTextAddToEarlierOnes() {
        stack.send(review("r1", "c1", MONDAY)
                .setText(BOX_COMPLAINT + " " + LOGIN_COMPLAINT)
                .build());
        Correction first = draft(Map.of(LOGIN, Polarity.POSITIVE), Set.of(BOX)).about(last(), Optional.empty(), LATER);
        Correction second =
                draft(Map.of(BOX, Polarity.NEGATIVE), Set.of(LOGIN)).about(last(), Optional.of(first), LATER);
        assertThat(second.getSaidThemes()).singleElement().satisfies(said -> assertThat(said.getTheme())
                .isEqualTo(BOX));
        assertThat(second.getDeniedThemes()).containsExactly(LOGIN);
        assertThat(second.getThemes()).containsExactly(BOX);

        Correction sentiment = new CorrectionDraft(Map.of(), Set.of(), Polarity.NEUTRAL, "bob", null)
                .about(last(), Optional.of(second), LATER);
        assertThat(sentiment.getDeniedThemes()).containsExactly(LOGIN);
        assertThat(sentiment.getSentiment()).isEqualTo(Polarity.NEUTRAL);
    }

    @Test
    void aCorrectionThatCannotBeUsedIsADeadLetterAndTheLastGoodOneStays() {
        stack.send(review("r1", "c1", MONDAY).build());
        Correction good = correct(draft(Map.of(), Set.of(BOX)));
        Correction bad =
                Correction.newBuilder(good).setDeniedThemes(List.of(BOX, BOX)).build();
        stack.send(bad);
        stack.sendBytes("voc.corrections", "shop:r1", new byte[] {1, 2, 3}, LATER);
        stack.sendBytes("voc.corrections", "shop:r2", stack.bytes(stack.topics().corrections(), good), LATER);
        stack.sendBytes("voc.corrections", null, null, LATER);
        stack.send(review("r1", "c1", MONDAY).setRevision(2).build(), LATER);

        assertThat(last().getMentions()).isEmpty();
        assertThat(stack.deadLetters()).hasSize(3).allSatisfy(letter -> assertThat(letter.topic())
                .isEqualTo("voc.corrections"));
        assertThat(stack.deadLetters().get(0).field()).isEqualTo("denied_themes");
        assertThat(stack.deadLetters().get(0).reason()).contains(BOX + " twice");
        assertThat(stack.deadLetters().get(0).remedy()).contains("biggerbox correct");
        assertThat(stack.deadLetters().get(2).field()).isEqualTo("key");
    }
}
