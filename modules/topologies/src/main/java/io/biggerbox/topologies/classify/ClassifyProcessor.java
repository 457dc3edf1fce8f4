package io.biggerbox.topologies.classify;

import io.biggerbox.events.Feedback;
import io.biggerbox.events.Replaced;
import io.biggerbox.topologies.corrections.CorrectionFeed;
import io.biggerbox.topologies.erasure.Erasures;
import io.biggerbox.topologies.errors.InvalidRecordException;
import io.biggerbox.topologies.figures.Figure;
import io.biggerbox.topologies.figures.TaskFigure;
import io.biggerbox.topologies.state.CountedRevision;
import io.biggerbox.topologies.stores.StateSerde;
import io.biggerbox.topologies.time.CommitPace;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Source records of one kind to feedback. A revision that is not newer than the one that is counted is a
 * repeated delivery and is dropped; a newer one carries along what it replaces. What somebody has corrected
 * overrides what the reader finds. What an erased customer said before the erasure is dropped.
 *
 * <p>Everything that can fail comes before the first forward: after it, Kafka Streams no longer has the
 * original bytes for the dead letters.
 *
 * @param <T> type of the source records
 */
final class ClassifyProcessor<T> implements Processor<String, T, String, Feedback> {

    private final Function<T, Submission> adapter;
    private final Supplier<ReaderInForce> readers;
    private final CorrectionFeed corrections;
    private final Erasures erasures;
    private final StateSerde<Replaced> contributions = new StateSerde<>(Replaced.class);
    private ProcessorContext<String, Feedback> context;
    private KeyValueStore<String, CountedRevision> revisions;
    private CorrectionFeed.Lookup corrected;
    private CommitPace pace;
    private TaskFigure repeated;
    private TaskFigure erased;

    @SuppressWarnings("NullAway.Init") // set by init, before any record
    ClassifyProcessor(
            Function<T, Submission> adapter,
            Supplier<ReaderInForce> readers,
            CorrectionFeed corrections,
            Erasures erasures) {
        this.adapter = adapter;
        this.readers = readers;
        this.corrections = corrections;
        this.erasures = erasures;
    }

    @Override
    public void init(ProcessorContext<String, Feedback> processorContext) {
        context = processorContext;
        revisions = processorContext.getStateStore(ClassifyTopology.REVISIONS_STORE);
        corrected = corrections.lookup(processorContext);
        pace = CommitPace.of(processorContext);
        String task = processorContext.taskId().toString();
        repeated = new TaskFigure(processorContext.metrics(), task, Figure.REPEATED_RECORDS);
        erased = new TaskFigure(processorContext.metrics(), task, Figure.ERASED_RECORDS);
    }

    @Override
    public void process(Record<String, T> record) {
        pace.processed(record.timestamp());
        if (record.value() == null) {
            throw new InvalidRecordException("value", "is missing", "send the whole record");
        }
        Instant arrival = Instant.ofEpochMilli(record.timestamp());
        Submission submission = adapter.apply(record.value());
        if (erasures.cover(submission.customer(), arrival, submission.saidAt())) {
            // before the checks: a dead letter would keep what must go
            erased.record(1);
            return;
        }
        SubmissionChecks.check(submission, record.key(), arrival);

        String id = submission.feedbackId();
        @Nullable CountedRevision counted = revisions.get(id);
        @Nullable
        Replaced before = counted == null
                ? null
                : contributions.read(counted.getContribution().array());
        if (before != null && before.getRevision() >= submission.revision()) {
            repeated.record(1);
            return;
        }
        Feedback feedback =
                FeedbackMaker.make(submission, coordinates(arrival), readers.get(), corrected.of(id), before);
        byte[] contribution = contributions.write(FeedbackMaker.contributionOf(feedback));
        revisions.put(id, new CountedRevision(record.timestamp(), ByteBuffer.wrap(contribution)));
        context.forward(record.withValue(feedback));
    }

    @Override
    public void close() {
        repeated.close();
        erased.close();
    }

    private Coordinates coordinates(Instant arrival) {
        return context.recordMetadata()
                .map(metadata -> new Coordinates(metadata.topic(), metadata.partition(), metadata.offset(), arrival))
                .orElseThrow(() -> new IllegalStateException("a source record has coordinates"));
    }
}
