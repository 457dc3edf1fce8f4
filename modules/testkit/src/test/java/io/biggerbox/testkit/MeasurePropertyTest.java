package io.biggerbox.testkit;

import static io.biggerbox.testkit.Events.MONDAY;
import static io.biggerbox.testkit.Events.review;
import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.ExperienceStats;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.Mention;
import io.biggerbox.events.Review;
import io.biggerbox.events.SentimentLabel;
import io.biggerbox.events.ThemeStats;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.topologies.TopologySettings;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rows against a computation over the whole that knows nothing of streams. */
class MeasurePropertyTest {

    private static final List<String> TEXTS = List.of(
            Fixtures.BOX_COMPLAINT,
            Fixtures.BOX_PRAISE,
            Fixtures.LOGIN_COMPLAINT,
            Fixtures.BOX_COMPLAINT + " " + Fixtures.LOGIN_COMPLAINT + " " + Fixtures.BOX_COMPLAINT,
            Fixtures.BOX_COMPLAINT + " I will cancel my subscription.",
            "Nothing to say about that.",
            "");

    private static final Instant LATE = MONDAY.plus(Duration.ofDays(61));

    /** Negative, neutral, positive, customers, score in ten-thousandths, leavers, value in cents. */
    private static final int NUMBERS = 7;

    @Provide
    Arbitrary<List<Review>> reviews() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, TEXTS.size() - 1),
                        Arbitraries.integers().between(0, 1))
                .as((id, revision, day, text, product) -> {
                    // The customer and what they pay belong to the id: they are the same in every revision.
                    int customer = id % 4;
                    return review("r" + id, "c" + customer, MONDAY)
                            .setRevision(revision)
                            .setCustomerValuePerYear(10.5 * customer)
                            .setProduct("Box " + product)
                            .setEditedAt(MONDAY.plus(Duration.ofHours(19L * day + revision)))
                            .setText(TEXTS.get(text))
                            .build();
                })
                .list()
                .ofMaxSize(40);
    }

    private static TestStack stack(Duration linger) {
        return TestStack.with(
                TopologySettings.OFFLINE.with(change -> change.linger(linger)),
                DetectionSettings.DEFAULTS,
                new MockSchemaRegistryClient());
    }

    private static void deliver(TestStack stack, List<Review> reviews) {
        for (int i = 0; i < reviews.size(); i++) {
            stack.send(reviews.get(i), MONDAY.plus(Duration.ofDays(30)).plusMillis(70L * i));
        }
        stack.settle();
        assertThat(stack.deadLetters()).isEmpty();
    }

    @Property(tries = 40)
    void rowsAreTheSumsOfTheRevisionsThatCount(@ForAll("reviews") List<Review> reviews) {
        try (TestStack stack = stack(Duration.ofMillis(200))) {
            deliver(stack, reviews);
            Map<String, Feedback> counted = new HashMap<>();
            stack.feedback().forEach(feedback -> counted.put(feedback.getFeedbackId(), feedback));
            assertThat(counted.keySet()).hasSize((int)
                    reviews.stream().map(Review::getSourceId).distinct().count());

            Map<String, List<Long>> rows = new TreeMap<>();
            stack.themeStats().forEach((key, row) -> rows.put(key, numbers(row)));
            rows.values().removeIf(MeasurePropertyTest::isZero);
            assertThat(rows).isEqualTo(batch(counted.values()));

            long feedback = stack.experienceStats().entrySet().stream()
                    .filter(entry -> entry.getKey().contains("|DAY|"))
                    .mapToLong(entry -> entry.getValue().getFeedback())
                    .sum();
            assertThat(feedback).isEqualTo(counted.size());
        }
    }

    @Property(tries = 25)
    void theOrderOfArrivalDoesNotMatter(@ForAll("reviews") List<Review> reviews, @ForAll Random random) {
        Map<String, Review> newest = new TreeMap<>();
        reviews.forEach(review ->
                newest.merge(review.getSourceId(), review, (a, b) -> b.getRevision() > a.getRevision() ? b : a));
        List<Review> shuffled = new ArrayList<>(newest.values());
        shuffled.addAll(shuffled.subList(0, shuffled.size() / 2));
        Collections.shuffle(shuffled, random);
        try (TestStack inOrder = stack(Duration.ZERO);
                TestStack mixed = stack(Duration.ofMillis(200))) {
            deliver(inOrder, new ArrayList<>(newest.values()));
            deliver(mixed, shuffled);
            assertThat(numbers(mixed)).isEqualTo(numbers(inOrder));
            assertThat(experience(mixed)).isEqualTo(experience(inOrder));
        }
    }

    /** Event time leaves all windows behind at once, and a transaction has time for one row. */
    @Property(tries = 15)
    void rowsBecomeFinalHoweverFewOfThemAtOnce(@ForAll("reviews") List<Review> reviews) {
        TopologySettings little = TopologySettings.OFFLINE.with(change -> change.mostAtOnce(1));
        try (TestStack all = stack(Duration.ZERO);
                TestStack few = TestStack.with(little, DetectionSettings.DEFAULTS, new MockSchemaRegistryClient())) {
            for (TestStack stack : List.of(all, few)) {
                deliver(stack, reviews);
                stack.send(review("end", "c9", MONDAY.plus(Duration.ofDays(60))).build());
                stack.send(review("late", "c8", MONDAY.plus(Duration.ofDays(1))).build(), LATE);
            }
            for (int i = 0; !finals(few).equals(finals(all)) && i < 1_000; i++) {
                few.settle();
            }
            assertThat(finals(few)).isEqualTo(finals(all)).containsValue(true).containsValue(false);
            assertThat(numbers(few)).isEqualTo(numbers(all));
            for (Map.Entry<String, ThemeStats> row : few.themeStats().entrySet()) {
                assertThat(row.getValue().getIsFinal())
                        .as(row.getKey())
                        .isEqualTo(!row.getValue().getWindowStart().isAfter(MONDAY.plus(Duration.ofDays(30))));
            }
        }
    }

    private static Map<String, Boolean> finals(TestStack stack) {
        Map<String, Boolean> finals = new TreeMap<>();
        stack.themeStats().forEach((key, row) -> finals.put(key, row.getIsFinal()));
        stack.experienceStats().forEach((key, row) -> finals.put(key, row.getIsFinal()));
        return finals;
    }

    private static Map<String, List<Long>> numbers(TestStack stack) {
        Map<String, List<Long>> rows = new TreeMap<>();
        stack.themeStats().forEach((key, row) -> rows.put(key, numbers(row)));
        return rows;
    }

    private static Map<String, List<Double>> experience(TestStack stack) {
        Map<String, List<Double>> rows = new TreeMap<>();
        stack.experienceStats().forEach((key, row) -> rows.put(key, numbers(row)));
        return rows;
    }

    private static List<Double> numbers(ExperienceStats row) {
        return List.of(
                (double) row.getFeedback(),
                (double) row.getNegativeTexts(),
                (double) row.getPositiveTexts(),
                (double) row.getUnreadTexts(),
                (double) row.getLeavers(),
                row.getSentimentSum());
    }

    private static List<Long> numbers(ThemeStats row) {
        return List.of(
                row.getNegativeMentions(),
                row.getNeutralMentions(),
                row.getPositiveMentions(),
                row.getComplainingCustomers(),
                Math.round(row.getSentimentSum() * 10_000),
                row.getLeavers(),
                Math.round(row.getValueAtRisk() * 100));
    }

    private static boolean isZero(List<Long> numbers) {
        return numbers.stream().allMatch(number -> number == 0);
    }

    /** The same table from the readings that count, all at once. */
    private static Map<String, List<Long>> batch(Iterable<Feedback> all) {
        Map<String, long[]> rows = new TreeMap<>();
        Map<String, Set<String>> customers = new HashMap<>();
        for (Feedback feedback : all) {
            boolean leaving = feedback.getIntents().stream()
                    .anyMatch(intent -> intent.getKind() == io.biggerbox.events.IntentKind.LEAVING);
            Map<String, Mention> strongest = new TreeMap<>();
            for (Mention mention : feedback.getMentions()) {
                strongest.merge(
                        mention.getTheme() + " " + mention.getPolarity(),
                        mention,
                        (a, b) -> Math.abs(b.getScore()) > Math.abs(a.getScore()) ? b : a);
            }
            for (Mention mention : strongest.values()) {
                LocalDate day = LocalDate.ofInstant(mention.getAt(), ZoneOffset.UTC);
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                count(rows, customers, feedback, mention, leaving, "DAY", day);
                count(rows, customers, feedback, mention, leaving, "WEEK", monday);
            }
        }
        Map<String, List<Long>> table = new TreeMap<>();
        rows.forEach((key, row) -> {
            List<Long> numbers = new ArrayList<>();
            for (long number : row) {
                numbers.add(number);
            }
            table.put(key, numbers);
        });
        return table;
    }

    private static void count(
            Map<String, long[]> rows,
            Map<String, Set<String>> customers,
            Feedback feedback,
            Mention mention,
            boolean leaving,
            String grain,
            LocalDate start) {
        String key = feedback.getProduct() + "|" + mention.getTheme() + "|" + grain + "|"
                + start.atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC);
        long[] row = rows.computeIfAbsent(key, name -> new long[NUMBERS]);
        row[
                switch (mention.getPolarity()) {
                    case NEGATIVE -> 0;
                    case NEUTRAL -> 1;
                    case POSITIVE -> 2;
                }]++;
        row[4] += Math.round(mention.getScore() * 10_000);
        if (mention.getPolarity() == SentimentLabel.NEGATIVE) {
            row[5] += leaving ? 1 : 0;
            if (customers.computeIfAbsent(key, name -> new HashSet<>()).add(feedback.getCustomerId())) {
                row[3]++;
                Double value = feedback.getCustomerValuePerYear();
                row[6] += value == null ? 0 : Math.round(value * 100);
            }
        }
    }
}
