package io.biggerbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.biggerbox.events.Author;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.SurveyKind;
import io.biggerbox.events.Ticket;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.Test;

class DemoCompanyTest {
    private static final HalfYear FULL = HalfYear.at(1.0);

    @Test
    void sameArgumentsGiveTheSameBytes() throws NoSuchAlgorithmException {
        assertThat(hash(HalfYear.at(0.2).events()))
                .isEqualTo(hash(HalfYear.at(0.2).events()));
        assertThat(hash(DemoCompany.generate(8, HalfYear.START, 0.2)))
                .isNotEqualTo(hash(HalfYear.at(0.2).events()));
    }

    @Test
    void isAboutSixtyThousandEventsInTheMixOfARealCompany() {
        int total = FULL.events().size();
        assertThat(total).isBetween(57_000, 63_000);
        assertThat(share(FeedbackKind.REVIEW)).isCloseTo(0.45, within(0.03));
        assertThat(share(FeedbackKind.TICKET)).isCloseTo(0.30, within(0.03));
        assertThat(share(FeedbackKind.SURVEY)).isCloseTo(0.25, within(0.03));
    }

    @Test
    void isQuick() {
        // Processor time, so that a busy machine is no failure.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        HalfYear.fresh(1.0);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void everyRecordFitsItsSchema() throws IOException {
        for (DemoEvent each : FULL.events()) {
            byte[] bytes = HalfYear.encode(each.event());
            SpecificDatumReader<Object> reader =
                    new SpecificDatumReader<>(each.event().getSchema());
            Object read = reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
            if (!read.equals(each.event())) {
                assertThat(read).isEqualTo(each.event());
            }
        }
    }

    @Test
    void scoresStayOnTheirScale() {
        for (DemoEvent each : FULL.events()) {
            if (each.event() instanceof Review review) {
                assertThat(review.getRating()).isBetween(1.0, review.getRatingMax());
            } else if (each.event() instanceof Survey survey) {
                assertThat(survey.getScore()).isBetween(survey.getScoreMin(), survey.getScoreMax());
            }
        }
    }

    @Test
    void arrivalsAreSortedInsideTheHalfYearAndAfterWhatTheyTell() {
        Instant last = Instant.MIN;
        for (DemoEvent each : FULL.events()) {
            assertThat(each.arrival())
                    .isAfterOrEqualTo(last)
                    .isBefore(FULL.plan().end());
            assertThat(each.arrival()).isAfterOrEqualTo(HalfYear.latestTime(each.event()));
            assertThat(each.writtenAt()).isAfterOrEqualTo(FULL.plan().start());
            last = each.arrival();
        }
    }

    @Test
    void someArriveLateAndSomeTwice() {
        int late = 0;
        int again = 0;
        Set<String> seen = new HashSet<>();
        for (DemoEvent each : FULL.events()) {
            Duration delay = Duration.between(HalfYear.latestTime(each.event()), each.arrival());
            assertThat(delay).isLessThan(Duration.ofDays(10));
            late += delay.compareTo(Duration.ofHours(20)) > 0 ? 1 : 0;
            again += seen.add(each.sourceId() + "@" + each.revision()) ? 0 : 1;
        }
        double total = FULL.events().size();
        assertThat(late / total).isCloseTo(0.02, within(0.006));
        assertThat(again / total).isCloseTo(0.01, within(0.003));
    }

    @Test
    void aRepeatedDeliveryIsIdentical() {
        Map<String, Object> seen = new HashMap<>();
        for (DemoEvent each : FULL.events()) {
            Object before = seen.putIfAbsent(each.sourceId() + "@" + each.revision(), each.event());
            if (before != null) {
                assertThat(each.event().equals(before)).isTrue();
            }
        }
    }

    @Test
    void revisionsRiseAndKeepWhatIdentifiesTheFeedback() {
        Map<String, DemoEvent> latest = new HashMap<>();
        Set<String> delivered = new HashSet<>();
        int revised = 0;
        for (DemoEvent each : FULL.events()) {
            if (!delivered.add(each.sourceId() + "@" + each.revision())) {
                continue;
            }
            DemoEvent before = latest.put(each.sourceId(), each);
            if (before != null) {
                revised++;
                assertThat(each.revision()).isGreaterThan(before.revision());
                assertThat(each.customerId()).isEqualTo(before.customerId());
                assertThat(each.product()).isEqualTo(before.product());
                assertThat(each.writtenAt()).isEqualTo(before.writtenAt());
            }
        }
        assertThat(revised).isGreaterThan(10_000);
    }

    @Test
    void hasEverythingThatFeedbackHas() {
        List<Review> reviews = FULL.events().stream()
                .map(DemoEvent::event)
                .filter(Review.class::isInstance)
                .map(Review.class::cast)
                .toList();
        assertThat(reviews).anyMatch(r -> r.getReplyText() != null).anyMatch(r -> r.getEditedAt() != null);
        assertThat(reviews).anyMatch(r -> r.getText() == null).anyMatch(r -> "".equals(r.getText()));
        assertThat(reviews).anyMatch(r -> r.getText() != null && r.getText().contains("👍"));
        assertThat(reviews.stream().map(Review::getLanguage).collect(Collectors.toSet()))
                .contains("en", "de", "fr", "es");

        List<Ticket> tickets = FULL.events().stream()
                .map(DemoEvent::event)
                .filter(Ticket.class::isInstance)
                .map(Ticket.class::cast)
                .toList();
        assertThat(tickets).anyMatch(t -> t.getTurns().stream().anyMatch(turn -> !turn.getIsPublic()));
        assertThat(tickets).anyMatch(t -> t.getTurns().stream().anyMatch(turn -> turn.getCanned()));
        assertThat(tickets)
                .anyMatch(t -> t.getTurns().stream()
                                .filter(u -> u.getAuthor() == Author.CUSTOMER)
                                .count()
                        == 2);
        assertThat(tickets.stream().map(Ticket::getStatus).collect(Collectors.toSet()))
                .hasSizeGreaterThan(4);
        assertThat(tickets.stream().map(Ticket::getResolution).collect(Collectors.toSet()))
                .hasSizeGreaterThan(7);
        assertThat(tickets)
                .filteredOn(t -> t.getDescription().contains("@example."))
                .hasSizeGreaterThan(100);

        List<Survey> surveys = FULL.events().stream()
                .map(DemoEvent::event)
                .filter(Survey.class::isInstance)
                .map(Survey.class::cast)
                .toList();
        assertThat(surveys.stream().map(Survey::getKind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(SurveyKind.NPS, SurveyKind.CSAT, SurveyKind.CES);
        assertThat(surveys).anyMatch(s -> s.getComment() == null).anyMatch(s -> s.getComment() != null);
        assertThat(surveys.stream().map(Survey::getCustomerTier).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("free", "standard", "premium");
    }

    @Test
    void aCustomerKeepsTierAndValue() {
        Map<String, String> tiers = new HashMap<>();
        for (DemoEvent each : FULL.events()) {
            if (each.event() instanceof Survey survey) {
                String plan = survey.getCustomerTier() + " " + survey.getCustomerValuePerYear();
                assertThat(tiers.merge(survey.getCustomerId(), plan, (a, b) -> a))
                        .isEqualTo(plan);
            }
        }
        assertThat(tiers).hasSizeGreaterThan(5_000);
    }

    @Test
    void refusesAScaleThatMeansNothing() {
        for (double scale : new double[] {0, -1, Double.NaN, 1000}) {
            assertThatThrownBy(() -> DemoCompany.generate(1, HalfYear.START, scale))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the scale is");
        }
    }

    private static double share(FeedbackKind kind) {
        return FULL.events().stream().filter(e -> e.kind() == kind).count()
                / (double) FULL.events().size();
    }

    private static String hash(List<DemoEvent> events) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (DemoEvent each : events) {
            digest.update(HalfYear.encode(each.event()));
            digest.update(ByteBuffer.allocate(Long.BYTES)
                    .putLong(each.arrival().toEpochMilli())
                    .array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
