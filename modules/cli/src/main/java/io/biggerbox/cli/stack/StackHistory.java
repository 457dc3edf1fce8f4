package io.biggerbox.cli.stack;

import io.biggerbox.backtest.FeedbackReplay;
import io.biggerbox.backtest.SeriesTrace;
import io.biggerbox.events.Command;
import io.biggerbox.events.Feedback;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.service.TopicReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Decides once more, in this process, what a running stack has decided about a product: reads what
 * its detection has read, in the order of arrival.
 *
 * <p>Of other products only as much is kept as moves the clock: one reading for each hour.
 */
public final class StackHistory {

    private static final long SECONDS_AN_HOUR = 3600;

    private final Connection stack;
    private final Predicate<String> products;
    private final ArrivalMerge merge = new ArrivalMerge();
    private final Map<TopicPartition, Long> newestHour = new HashMap<>();
    private Instant first = Instant.MAX;

    /**
     * A history that is read by {@link #replay}.
     *
     * @param stack not closed here
     * @param products names of the products to replay
     */
    public StackHistory(Connection stack, Predicate<String> products) {
        this.stack = stack;
        this.products = products;
    }

    /**
     * Replays it.
     *
     * @param settings those that the stack runs with
     * @param trace hears what is decided
     * @param now time to which a quiet stream has run on
     */
    public void replay(SettingsBook settings, SeriesTrace trace, Instant now) {
        new TopicReader<>(stack.client(), stack.topics().feedback()).read(this::keep);
        new TopicReader<>(stack.client(), stack.topics().commands()).read(this::keepCommand);
        if (first.equals(Instant.MAX)) {
            return;
        }
        try (FeedbackReplay replay =
                new FeedbackReplay(PublishedTaxonomy.of(stack), settings, trace, first, trace::revised)) {
            merge.drain(record -> {
                if (record.value() instanceof Feedback feedback) {
                    replay.play(feedback, record.arrival());
                } else if (record.value() instanceof Command command) {
                    replay.play(command, record.arrival());
                }
            });
            replay.finish(now);
        }
    }

    private void keep(ConsumerRecord<String, @Nullable Feedback> record) {
        Feedback feedback = record.value();
        if (feedback == null) {
            return;
        }
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        long hour = Math.floorDiv(feedback.getEventTime().getEpochSecond(), SECONDS_AN_HOUR);
        boolean later = hour > newestHour.getOrDefault(partition, Long.MIN_VALUE);
        if (later) {
            newestHour.put(partition, hour);
        }
        if (later || concerns(feedback)) {
            add(partition, record.timestamp(), feedback.getEventTime(), feedback);
        }
    }

    /** An edited review may have moved from one product to another. */
    private boolean concerns(Feedback feedback) {
        var replaced = feedback.getReplaces();
        return products.test(feedback.getProduct()) || (replaced != null && products.test(replaced.getProduct()));
    }

    private void keepCommand(ConsumerRecord<String, @Nullable Command> record) {
        Command command = record.value();
        if (command != null && products.test(command.getProduct())) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            add(partition, record.timestamp(), command.getIssuedAt(), command);
        }
    }

    private void add(TopicPartition partition, long arrivalMillis, Instant eventTime, SpecificRecord value) {
        Instant arrival = Instant.ofEpochMilli(arrivalMillis);
        first = arrival.isBefore(first) ? arrival : first;
        merge.add(partition, arrival, eventTime, value);
    }
}
