package io.biggerbox.testkit;

import static io.biggerbox.testkit.Events.MONDAY;
import static io.biggerbox.testkit.Events.internalNote;
import static io.biggerbox.testkit.Events.nps;
import static io.biggerbox.testkit.Events.review;
import static io.biggerbox.testkit.Events.ticket;
import static io.biggerbox.testkit.Events.turn;
import static io.biggerbox.testkit.Fixtures.BOX;
import static io.biggerbox.testkit.Fixtures.BOX_COMPLAINT;
import static io.biggerbox.testkit.Fixtures.BOX_PRAISE;
import static io.biggerbox.testkit.Fixtures.LOGIN;
import static io.biggerbox.testkit.Fixtures.LOGIN_COMPLAINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.Author;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.FeedbackKind;
import io.biggerbox.events.Mention;
import io.biggerbox.events.ReadingStatus;
import io.biggerbox.events.ScoreKind;
import io.biggerbox.events.SentimentLabel;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClassifyScenariosTest {

    private final TestStack stack = TestStack.ephemeral();

    @AfterEach
    void close() {
        assertThat(stack.deadLetters()).isEmpty();
        stack.close();
    }

    private Feedback only() {
        List<Feedback> all = stack.feedback();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<String> themes(Feedback feedback) {
        return feedback.getMentions().stream().map(Mention::getTheme).toList();
    }

    private static String quoted(Feedback feedback, Mention mention) {
        return feedback.getRedactedText().substring(mention.getStart(), mention.getEnd());
    }

    @Test
    void noTopicWaitsForAnotherThatHasNothingToRead() {
        stack.send(ticket("t1", "c1", MONDAY).build(), MONDAY);
        stack.send(review("r1", "c1", MONDAY).build(), MONDAY);
        assertThat(stack.feedback()).extracting(Feedback::getFeedbackId).containsExactly("desk:t1", "shop:r1");
    }

    @Test
    void aReviewBecomesFeedbackThatSaysWhereItComesFrom() {
        Instant arrival = MONDAY.plusSeconds(90);
        stack.send(review("other", "c0", MONDAY).build(), MONDAY);
        stack.send(
                review("r1", "c1", MONDAY)
                        .setRevision(3)
                        .setCustomerTier("gold")
                        .setCustomerValuePerYear(120.5)
                        .setChannel("web")
                        .setRating(1.0)
                        .setTitle("Never again")
                        .setText("The staff is great. " + BOX_COMPLAINT)
                        .build(),
                arrival);

        Feedback feedback = stack.feedback().get(1);
        assertThat(feedback.getFeedbackId()).isEqualTo("shop:r1");
        assertThat(feedback.getRevision()).isEqualTo(3);
        assertThat(feedback.getKind()).isEqualTo(FeedbackKind.REVIEW);
        assertThat(feedback.getCustomerId()).isEqualTo("c1");
        assertThat(feedback.getCustomerTier()).isEqualTo("gold");
        assertThat(feedback.getCustomerValuePerYear()).isEqualTo(120.5);
        assertThat(feedback.getChannel()).isEqualTo("web");
        assertThat(feedback.getEventTime()).isEqualTo(MONDAY);
        assertThat(feedback.getReceivedAt()).isEqualTo(arrival);
        assertThat(feedback.getReading()).isEqualTo(ReadingStatus.READ);
        assertThat(feedback.getLanguage()).isEqualTo("en");
        assertThat(feedback.getScoreKind()).isEqualTo(ScoreKind.STARS);
        assertThat(feedback.getScoreMax()).isEqualTo(5);
        assertThat(feedback.getTaxonomyVersion()).isEqualTo("test-1");
        assertThat(feedback.getModelVersion()).isNotBlank();
        assertThat(feedback.getSourceTopic()).isEqualTo("voc.reviews");
        assertThat(feedback.getSourcePartition()).isZero();
        assertThat(feedback.getSourceOffset()).isEqualTo(1);
        assertThat(feedback.getReplaces()).isNull();
        assertThat(feedback.getMentions()).singleElement().satisfies(mention -> {
            assertThat(mention.getTheme()).isEqualTo(BOX);
            assertThat(mention.getPolarity()).isEqualTo(SentimentLabel.NEGATIVE);
            assertThat(mention.getScore()).isNegative();
            assertThat(mention.getAt()).isEqualTo(MONDAY);
            assertThat(mention.getEvidence()).isNotBlank();
            assertThat(quoted(feedback, mention)).isEqualTo(BOX_COMPLAINT);
        });
    }

    @Test
    void everySpanLiesInTheRedactedText() {
        stack.send(
                ticket("t1", "c1", MONDAY)
                        .setSubject("Box \uD83D\uDE20 and ada.lovelace@example.org")
                        .setTurns(List.of(
                                turn(
                                        Author.CUSTOMER,
                                        MONDAY.plusSeconds(60),
                                        "Call +44 20 7946 0958. " + BOX_COMPLAINT),
                                turn(Author.CUSTOMER, MONDAY.plusSeconds(120), LOGIN_COMPLAINT)))
                        .build(),
                MONDAY.plusSeconds(300));

        Feedback feedback = only();
        int length = feedback.getRedactedText().length();
        assertThat(feedback.getSentences()).hasSizeGreaterThan(3).allSatisfy(sentence -> assertThat(sentence.getStart())
                .isBetween(0, sentence.getEnd())
                .isLessThan(length));
        assertThat(feedback.getMentions()).isNotEmpty().allSatisfy(mention -> assertThat(quoted(feedback, mention))
                .containsIgnoringCase(mention.getTheme().equals(BOX) ? "box" : "log in"));
        assertThat(themes(feedback)).contains(BOX, LOGIN);
    }

    @Test
    void personalDataDoesNotReachFeedback() {
        stack.send(review("r1", "c1", MONDAY)
                .setText(BOX_COMPLAINT + " Write to ada.lovelace@example.org or call +44 20 7946 0958.")
                .setReplyText("Dear ada.lovelace@example.org, we are sorry.")
                .build());

        Feedback feedback = only();
        assertThat(feedback.toString()).doesNotContain("lovelace").doesNotContain("7946");
        assertThat(feedback.getReplies()).hasSize(1);
    }

    @Test
    void aRepeatedDeliveryIsDropped() {
        stack.send(review("r1", "c1", MONDAY).build(), MONDAY);
        stack.send(review("r1", "c1", MONDAY).build(), MONDAY.plusSeconds(5));
        assertThat(only().getSourceOffset()).isZero();
    }

    @Test
    void anOlderRevisionIsDropped() {
        stack.send(review("r1", "c1", MONDAY).setRevision(5).build());
        stack.send(review("r1", "c1", MONDAY)
                .setRevision(4)
                .setText(LOGIN_COMPLAINT)
                .build());
        assertThat(only().getRevision()).isEqualTo(5);
    }

    @Test
    void theSameIdFromAnotherSourceIsAnotherFeedback() {
        stack.send(review("1", "c1", MONDAY).build());
        stack.send(review("1", "c1", MONDAY).setSource("store").build());
        assertThat(stack.feedback()).extracting(Feedback::getFeedbackId).containsExactly("shop:1", "store:1");
    }

    @Test
    void anEditedReviewCarriesWhatItReplaces() {
        Instant edited = MONDAY.plusSeconds(86_400);
        stack.send(review("r1", "c1", MONDAY).setRating(1.0).setChannel("web").build());
        stack.send(review("r1", "c1", MONDAY)
                .setRevision(1)
                .setEditedAt(edited)
                .setText(LOGIN_COMPLAINT)
                .build());

        Feedback first = stack.feedback().get(0);
        Feedback second = stack.feedback().get(1);
        assertThat(second.getEventTime()).isEqualTo(edited);
        assertThat(themes(second)).containsExactly(LOGIN);
        var replaces = Objects.requireNonNull(second.getReplaces());
        assertThat(replaces.getRevision()).isZero();
        assertThat(replaces.getEventTime()).isEqualTo(MONDAY);
        assertThat(replaces.getChannel()).isEqualTo("web");
        assertThat(replaces.getScore()).isEqualTo(1.0);
        assertThat(replaces.getSentimentScore()).isEqualTo(first.getSentimentScore());
        assertThat(replaces.getMentions()).extracting(Mention::getTheme).containsExactly(BOX);
        assertThat(replaces.getMentions())
                .extracting(Mention::getScore)
                .containsExactly(first.getMentions().get(0).getScore());
    }

    @Test
    void anUpdatedTicketIsReadAnewWithItsNewTurn() {
        stack.send(ticket("t1", "c1", MONDAY).build(), MONDAY);
        Instant later = MONDAY.plusSeconds(3_600);
        stack.send(
                ticket("t1", "c1", MONDAY)
                        .setRevision(1)
                        .setUpdatedAt(later)
                        .setTurns(List.of(turn(Author.CUSTOMER, later, LOGIN_COMPLAINT)))
                        .build(),
                later);

        Feedback second = stack.feedback().get(1);
        assertThat(themes(second)).containsExactlyInAnyOrder(BOX, LOGIN);
        assertThat(second.getMentions())
                .filteredOn(mention -> mention.getTheme().equals(LOGIN))
                .extracting(Mention::getAt)
                .containsExactly(later);
        assertThat(Objects.requireNonNull(second.getReplaces()).getMentions()).hasSize(1);
    }

    @Test
    void internalNotesAreNeitherReadNorQuoted() {
        stack.send(
                ticket("t1", "c1", MONDAY)
                        .setTurns(List.of(
                                internalNote(MONDAY.plusSeconds(60), "This customer is awful, login fraud suspected."),
                                internalNote(MONDAY.plusSeconds(70), "As per our policy we decline.")))
                        .build(),
                MONDAY.plusSeconds(100));

        Feedback feedback = only();
        assertThat(feedback.toString()).doesNotContain("fraud").doesNotContain("decline");
        assertThat(themes(feedback)).containsExactly(BOX);
        assertThat(feedback.getReplies()).isEmpty();
    }

    @Test
    void aDescriptionThatIsRepeatedAsTheFirstTurnIsReadOnce() {
        stack.send(
                ticket("t1", "c1", MONDAY)
                        .setTurns(List.of(turn(Author.CUSTOMER, MONDAY, BOX_COMPLAINT)))
                        .build(),
                MONDAY);
        assertThat(only().getRedactedText()).isEqualTo(BOX_COMPLAINT);
    }

    @Test
    void whatTheVendorWritesIsNoComplaint() {
        stack.send(
                ticket("t1", "c1", MONDAY)
                        .setDescription(BOX_PRAISE)
                        .setTurns(List.of(turn(Author.VENDOR, MONDAY.plusSeconds(60), LOGIN_COMPLAINT)))
                        .build(),
                MONDAY.plusSeconds(60));
        assertThat(themes(only())).containsExactly(BOX);
        assertThat(only().getReplies()).hasSize(1);
    }

    @Test
    void aTaxonomyOnItsTopicSwitchesTheReaderWithoutARestart() {
        stack.send(review("r1", "c1", MONDAY).setText("The drone is terrible.").build());
        stack.publish(
                new Taxonomy(
                        "test", "test-2", List.of(Fixtures.theme("delivery.drone", "Drone", "logistics", "drone"))),
                MONDAY);
        stack.send(review("r2", "c1", MONDAY).setText("The drone is terrible.").build());

        assertThat(stack.feedback()).extracting(Feedback::getTaxonomyVersion).containsExactly("test-1", "test-2");
        assertThat(themes(stack.feedback().get(0))).isEmpty();
        assertThat(themes(stack.feedback().get(1))).containsExactly("delivery.drone");
    }

    @Test
    void aTextThatCannotBeReadIsSaidToBeUnread() {
        stack.send(review("r1", "c1", MONDAY)
                .setText("Die Verpackung ist viel zu klein und kam leider völlig beschädigt bei mir an.")
                .build());
        Feedback feedback = only();
        assertThat(feedback.getReading()).isEqualTo(ReadingStatus.UNSUPPORTED_LANGUAGE);
        assertThat(feedback.getMentions()).isEmpty();
        assertThat(feedback.getLanguage()).isEqualTo("de");
    }

    @Test
    void aTextWithoutWordsIsSaidToBeEmpty() {
        stack.send(review("r1", "c1", MONDAY).setText(null).setRating(5.0).build());
        stack.send(review("r2", "c1", MONDAY).setText(" \n\t ").build());
        stack.send(nps("s1", "c1", MONDAY, 9).build());
        assertThat(stack.feedback()).hasSize(3).allSatisfy(feedback -> {
            assertThat(feedback.getReading()).isEqualTo(ReadingStatus.EMPTY);
            assertThat(feedback.getRedactedText()).isEmpty();
        });
    }

    @Test
    void forgottenRevisionsAreSweptSoThatTheStoreStaysBounded() {
        stack.send(review("old", "c1", MONDAY).build(), MONDAY);
        Instant later = MONDAY.plusSeconds(401L * 86_400);
        stack.send(review("new", "c1", later).build(), later);
        stack.send(review("newer", "c1", later).build(), later.plusSeconds(3_600));

        var store = stack.pipeline()
                .driver(io.biggerbox.topologies.Application.CLASSIFY)
                .<String, Object>getKeyValueStore("revisions");
        assertThat(store.get("shop:old")).isNull();
        assertThat(store.get("shop:new")).isNotNull();
    }
}
