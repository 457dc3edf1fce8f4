package io.biggerbox.testkit;

import static io.biggerbox.testkit.Events.MONDAY;
import static io.biggerbox.testkit.Events.review;
import static io.biggerbox.testkit.Fixtures.BOX_COMPLAINT;
import static io.biggerbox.testkit.Fixtures.BOX_PRAISE;
import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.CandidateQuote;
import io.biggerbox.events.CandidateStatus;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.ThemeCandidate;
import io.biggerbox.events.ThemeDecision;
import io.biggerbox.events.ThemeDecisionKind;
import io.biggerbox.topologies.Application;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.Metric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pain that no theme claims becomes a candidate. */
class DiscoverScenariosTest {

    private static final List<String> GIFT_CARD = List.of(
            "The gift card code was rejected at the checkout, terrible.",
            "Terrible, my gift card code is invalid.",
            "I hate this, the gift card code was refused three times.",
            "Awful: checkout refuses the code of my gift card.",
            "The gift card code does not work, so annoying.",
            "The useless gift card code is invalid, terrible.",
            "It rejects my gift card code every time, awful.",
            "I hate that the gift card code is rejected.");

    private final TestStack stack = TestStack.ephemeral();

    @AfterEach
    void close() {
        stack.close();
    }

    private void giftCards() {
        for (int i = 0; i < GIFT_CARD.size(); i++) {
            stack.send(review("g" + i, "c" + i, MONDAY.plusSeconds(600L * i))
                    .setText(GIFT_CARD.get(i))
                    .build());
        }
    }

    /** Praise moves event time, and is nobody's pain. */
    private void days(int days) {
        Instant then = MONDAY.plus(Duration.ofDays(days));
        stack.send(review("later" + days, "later", then).setText(BOX_PRAISE).build());
    }

    private ThemeCandidate only() {
        Map<String, ThemeCandidate> all = stack.themeCandidates();
        assertThat(all).hasSize(1);
        return all.values().iterator().next();
    }

    @Test
    void whatManyCustomersComplainAboutIsOffered() {
        giftCards();
        assertThat(stack.feedback())
                .allSatisfy(feedback -> assertThat(feedback.getMentions()).isEmpty());
        days(2);

        ThemeCandidate candidate = only();
        assertThat(candidate.getStatus()).isEqualTo(CandidateStatus.OPEN);
        assertThat(candidate.getCustomers()).isEqualTo(8);
        assertThat(candidate.getSentences()).isEqualTo(8);
        assertThat(candidate.getName()).contains("gift card");
        assertThat(candidate.getProducts()).containsExactly("Box");
        assertThat(candidate.getModelVersion()).startsWith("discovery-1/");
        assertThat(candidate.getFirstSeenAt()).isEqualTo(MONDAY);
        assertThat(candidate.getQuotes()).hasSize(5).allSatisfy(quote -> {
            Feedback source = stack.feedback().stream()
                    .filter(each -> each.getFeedbackId().equals(quote.getFeedbackId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(source.getRedactedText()).contains(quote.getText());
            assertThat(quote.getSourceTopic()).isEqualTo("voc.reviews");
            assertThat(quote.getSourceOffset()).isEqualTo(source.getSourceOffset());
        });
        assertThat(stack.deadLetters()).isEmpty();
    }

    @Test
    void whatAThemeClaimsAndWhatIsNoPainIsNot() {
        for (int i = 0; i < 12; i++) {
            stack.send(review("b" + i, "c" + i, MONDAY.plusSeconds(i))
                    .setText(BOX_COMPLAINT)
                    .build());
            stack.send(review("p" + i, "c" + i, MONDAY.plusSeconds(i))
                    .setText("I love the gift card, wonderful.")
                    .build());
        }
        days(2);
        assertThat(stack.themeCandidates()).isEmpty();
    }

    @Test
    void repeatedDeliveriesCountOnceAndEditsReplace() {
        giftCards();
        stack.send(review("g0", "c0", MONDAY).setText(GIFT_CARD.get(0)).build());
        stack.send(
                review("g1", "c1", MONDAY.plusSeconds(600))
                        .setRevision(2)
                        .setText("It works now, thank you, great.")
                        .build(),
                MONDAY.plusSeconds(7200));
        days(2);
        assertThat(only().getSentences()).isEqualTo(7);
        assertThat(only().getCustomers()).isEqualTo(7);

        stack.send(
                review("g2", "c2", MONDAY.plusSeconds(1200))
                        .setRevision(2)
                        .setText("It works now, thank you, great.")
                        .build(),
                MONDAY.plus(Duration.ofDays(2)));
        days(4);
        assertThat(only().getCustomers()).isEqualTo(6);
        assertThat(only().getRevision()).isEqualTo(2);
        assertThat(only().getQuotes()).extracting(CandidateQuote::getFeedbackId).doesNotContain("shop:g1", "shop:g2");
    }

    @Test
    void whatComesLateCountsStill() {
        giftCards();
        days(9);
        stack.send(
                review("late", "c-late", MONDAY.plusSeconds(60))
                        .setText(GIFT_CARD.get(0))
                        .build(),
                MONDAY.plus(Duration.ofDays(9)));
        days(11);
        assertThat(only().getCustomers()).isEqualTo(9);
        assertThat(only().getWeeklySentences()).containsExactly(9L);
    }

    @Test
    void aRestartLosesNothing() {
        giftCards();
        stack.restart();
        days(2);
        String id = only().getCandidateId();
        stack.restart();
        stack.send(
                review("more", "c-more", MONDAY.plus(Duration.ofDays(3)))
                        .setText(GIFT_CARD.get(3))
                        .build(),
                MONDAY.plus(Duration.ofDays(3)));
        days(5);
        assertThat(only().getCandidateId()).isEqualTo(id);
        assertThat(only().getCustomers()).isEqualTo(9);
        assertThat(only().getRevision()).isEqualTo(2);
    }

    @Test
    void aQuietStreamIsNotWaitedForForEver() {
        giftCards();
        stack.settle();
        assertThat(stack.themeCandidates()).isEmpty();
        stack.pipeline().passTime(Duration.ofMinutes(15));
        assertThat(only().getCustomers()).isEqualTo(8);
    }

    private ThemeDecision decision(String id, ThemeDecisionKind kind, String theme) {
        return ThemeDecision.newBuilder()
                .setCandidateId(id)
                .setKind(kind)
                .setTheme(theme.isEmpty() ? null : theme)
                .setActor("ann")
                .setDecidedAt(MONDAY.plus(Duration.ofDays(2)))
                .build();
    }

    @Test
    void peopleDecide() {
        giftCards();
        days(2);
        String id = only().getCandidateId();
        stack.send(decision(id, ThemeDecisionKind.DISMISS, ""));
        assertThat(only().getStatus()).isEqualTo(CandidateStatus.DISMISSED);
        stack.send(decision(id, ThemeDecisionKind.PROMOTE, "payment.gift-card"));
        assertThat(only().getStatus()).isEqualTo(CandidateStatus.PROMOTED);
        assertThat(only().getTheme()).isEqualTo("payment.gift-card");
        stack.send(decision(id, ThemeDecisionKind.REOPEN, ""));
        assertThat(only().getStatus()).isEqualTo(CandidateStatus.OPEN);
        assertThat(only().getTheme()).isNull();
        assertThat(stack.deadLetters()).isEmpty();
    }

    @Test
    void aDecisionThatCannotBeUsedIsADeadLetter() {
        giftCards();
        days(2);
        stack.send(decision("TC-0000000000", ThemeDecisionKind.DISMISS, ""));
        stack.send(decision(only().getCandidateId(), ThemeDecisionKind.PROMOTE, ""));
        stack.sendBytes("voc.theme-decisions", "x", new byte[] {1, 2}, MONDAY);
        assertThat(stack.deadLetters()).hasSize(3);
        assertThat(stack.deadLetters().get(0).field()).isEqualTo("candidate_id");
        assertThat(stack.deadLetters().get(0).remedy()).contains("theme-candidates");
        assertThat(stack.deadLetters().get(0).value()).isNotEmpty();
        assertThat(stack.deadLetters().get(1).field()).isEqualTo("theme");
        assertThat(only().getStatus()).isEqualTo(CandidateStatus.OPEN);
    }

    @Test
    void theShareOfUnlabelledPainIsAMetric() {
        giftCards();
        for (int i = 0; i < 8; i++) {
            stack.send(review("b" + i, "c" + i, MONDAY.plusSeconds(i))
                    .setText(BOX_COMPLAINT)
                    .build());
        }
        assertThat(metric("pain-sentences-total")).isEqualTo(16);
        assertThat(metric("unlabelled-pain-sentences-total")).isEqualTo(8);
    }

    private double metric(String name) {
        Metric found = stack.pipeline().driver(Application.DISCOVER).metrics().values().stream()
                .filter(each -> each.metricName().name().equals(name))
                .findFirst()
                .orElseThrow();
        return (double) Objects.requireNonNull(found.metricValue());
    }
}
