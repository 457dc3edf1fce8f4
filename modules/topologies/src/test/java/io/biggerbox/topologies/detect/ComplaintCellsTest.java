package io.biggerbox.topologies.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.Feedback;
import io.biggerbox.events.FeedbackKind;
import io.biggerbox.events.Mention;
import io.biggerbox.events.ReadingStatus;
import io.biggerbox.events.SentimentLabel;
import io.biggerbox.topologies.TestStores;
import io.biggerbox.topologies.figures.Figure;
import io.biggerbox.topologies.ledger.CustomerSeriesStore;
import io.biggerbox.topologies.state.CellDelta;
import io.biggerbox.topologies.state.CustomerSeries;
import io.biggerbox.topologies.stores.StateSerde;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComplaintCellsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    private static Feedback complaint(int id, Instant at, @Nullable Instant experiencedAt) {
        return Feedback.newBuilder()
                .setFeedbackId("f" + id)
                .setRevision(0)
                .setKind(FeedbackKind.REVIEW)
                .setProduct("Box")
                .setCustomerId("c")
                .setCustomerTier("gold")
                .setCustomerValuePerYear(12.0)
                .setChannel("web")
                .setLanguage("en")
                .setEventTime(at)
                .setExperiencedAt(experiencedAt)
                .setReceivedAt(at)
                .setReading(ReadingStatus.READ)
                .setRedactedText("Number " + id)
                .setSentiment(SentimentLabel.NEGATIVE)
                .setSentimentScore(-0.5)
                .setSentimentConfidence(1)
                .setSentences(List.of())
                .setMentions(List.of(Mention.newBuilder()
                        .setTheme("t")
                        .setPolarity(SentimentLabel.NEGATIVE)
                        .setScore(-0.5)
                        .setAt(at)
                        .setExperiencedAt(experiencedAt)
                        .setStart(0)
                        .setEnd(("Number " + id).length())
                        .setEvidence("")
                        .build()))
                .setIntents(List.of())
                .setReplies(List.of())
                .setModelVersion("m")
                .setTaxonomyVersion("t")
                .setSourceTopic("voc.reviews")
                .setSourcePartition(0)
                .setSourceOffset(id)
                .build();
    }

    /** What the cells add up to, without those that add up to nothing. */
    private static Map<String, CellDelta> sums(List<Feedback> all) {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        var store = TestStores.store(context, "customers", new StateSerde<>(CustomerSeries.class));
        SharedCustomerWatch watch = new SharedCustomerWatch(context.metrics(), "0_0");
        ComplaintCells cells = new ComplaintCells(new CustomerSeriesStore(store), watch);
        Map<String, CellDelta> sums = new TreeMap<>();
        all.forEach(feedback ->
                cells.apply(feedback, 0, key -> sums.computeIfAbsent(key.text(), unused -> Cells.empty(key))));
        sums.values().removeIf(cell -> cell.getMentions() == 0 && cell.getComplainants() == 0);
        sums.values().forEach(cell -> cell.getCustomers().sort(null));
        return sums;
    }

    @Property(tries = 200)
    void whatOneCustomerSaysAddsUpToTheSameCellsInAnyOrder(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int n) {
        Random random = new Random(seed);
        List<Feedback> said = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Instant at = MONDAY.plusSeconds(random.nextInt(12 * 86_400));
            said.add(complaint(i, at, random.nextBoolean() ? null : at.minus(Duration.ofDays(random.nextInt(9)))));
        }
        Map<String, CellDelta> inOrder = sums(said);
        Collections.shuffle(said, random);
        assertThat(sums(said)).isEqualTo(inOrder);
    }

    @Test
    void aCustomerCountsAtTheFirstOfTwoComplaintsAlsoWhenItArrivesLast() {
        Feedback first = complaint(1, MONDAY.plus(Duration.ofMinutes(8 * 60 + 50)), null);
        Feedback second = complaint(2, MONDAY.plus(Duration.ofMinutes(9 * 60 + 10)), null);
        assertThat(sums(List.of(second, first))).isEqualTo(sums(List.of(first, second)));
        assertThat(sums(List.of(second, first)).values())
                .filteredOn(cell -> cell.getTheme().equals("t"))
                .extracting(CellDelta::getComplainants)
                .containsExactly(1, 0);
    }

    @Test
    void theNewestQuotesStayInWhateverOrderTheyAreAdded() {
        List<Feedback> said = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            said.add(complaint(i, MONDAY.plusSeconds(i), null));
        }
        Map<String, CellDelta> inOrder = sums(said);
        Collections.reverse(said);
        assertThat(sums(said)).isEqualTo(inOrder);
        assertThat(inOrder.values())
                .filteredOn(cell -> cell.getTheme().equals("t"))
                .singleElement()
                .satisfies(cell -> assertThat(cell.getQuotes())
                        .extracting(quote -> quote.getText())
                        .containsExactly("Number 4", "Number 5", "Number 6", "Number 7", "Number 8"));
    }

    @Test
    void anIdThatManyPeopleShareIsToldOnce() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        var store = TestStores.store(context, "customers", new StateSerde<>(CustomerSeries.class));
        SharedCustomerWatch watch = new SharedCustomerWatch(context.metrics(), "0_0");
        ComplaintCells cells = new ComplaintCells(new CustomerSeriesStore(store), watch);
        for (int i = 0; i < SharedCustomerWatch.SUSPICIOUS + 10; i++) {
            boolean suspicious = i >= SharedCustomerWatch.SUSPICIOUS;
            assertThat(shared(context)).isEqualTo(suspicious ? 1.0 : 0.0);
            cells.apply(complaint(i, MONDAY.plus(Duration.ofHours(7L * i)), null), 0, Cells::empty);
        }
        watch.close();
    }

    private static Object shared(MockProcessorContext<Void, Void> context) {
        return context.metrics().metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(Figure.SHARED_CUSTOMER_IDS.metric()))
                .map(metric -> metric.getValue().metricValue())
                .findFirst()
                .orElseThrow();
    }
}
