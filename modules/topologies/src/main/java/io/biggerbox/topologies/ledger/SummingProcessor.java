package io.biggerbox.topologies.ledger;

import io.biggerbox.events.Feedback;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.errors.InvalidRecordException;
import io.biggerbox.topologies.time.SourceProgress;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The half of an application that reads feedback per customer: counts each customer once, sums up, and
 * sends the sums on to the tasks that know a product or a row, together with how far it has come. However
 * busy a product is, a reading task sends one message per product and linger, so that one huge product
 * makes no hot partition.
 *
 * <p>The sums of one flush still carry the watermark of the flush before; the new one follows behind the
 * last of them. Otherwise the first message would let the clocks of all products pass the complaints that
 * are in the messages behind it.
 *
 * @param <M> type of the messages
 */
public abstract class SummingProcessor<M> implements Processor<String, Feedback, String, M> {

    /** What arrived longer ago than this is a backlog; its sums travel on as often at least. */
    private static final long BEHIND_MILLIS = 1_000;

    private final TopologySettings settings;
    private final int targets;
    private ProcessorContext<String, M> context;
    private SourceProgress progress;
    private boolean readSincePause;
    private long lastFlushAt;

    /**
     * How far the sender of a message has come.
     *
     * @param sourcePartition the partition of feedback that it reads
     * @param watermark event time that it has reached, in epoch milliseconds
     * @param idle whether it has nothing to read
     * @param arrival the latest arrival that it has seen, in epoch milliseconds
     * @param target partition that the message is meant for; −1 for the one that its key belongs to
     */
    public record Stamp(int sourcePartition, long watermark, boolean idle, long arrival, int target) {}

    /**
     * Works for one task.
     *
     * @param settings how long to linger, when to flush, when to be idle
     * @param targets number of partitions that the messages go to
     */
    @SuppressWarnings("NullAway.Init") // set by init, before any record
    protected SummingProcessor(TopologySettings settings, int targets) {
        this.settings = settings;
        this.targets = targets;
    }

    /** Gets hold of the stores. */
    protected abstract void open(ProcessorContext<String, M> processorContext);

    /** Adds what {@code feedback} changes to the sums. */
    protected abstract void count(Feedback feedback, long arrival);

    /** Forgets what else is known of a feedback that is withdrawn, when all that was counted before has travelled on. */
    protected abstract void forget(Feedback withdrawal);

    /** Takes the sums out of their store: one message per key, in the order of the keys. */
    protected abstract List<KeyValue<String, M>> takeSums();

    /** A message that carries nothing but its stamp. */
    protected abstract M empty();

    /** Writes the stamp onto the message. */
    protected abstract void stamp(M message, Stamp stamp);

    @Override
    public final void init(ProcessorContext<String, M> processorContext) {
        context = processorContext;
        open(processorContext);
        progress = new SourceProgress(settings.linger(), settings.idleAfter(), processorContext.currentSystemTimeMs());
        processorContext.schedule(settings.flushInterval(), PunctuationType.WALL_CLOCK_TIME, now -> {
            progress.pause(now);
            if (!mayWait(now)) {
                flush();
            }
        });
    }

    @Override
    public final void process(Record<String, Feedback> record) {
        Feedback feedback = record.value();
        if (feedback == null) {
            throw new InvalidRecordException("value", "is missing", "only classify writes to this topic");
        }
        if (feedback.getWithdrawalsLeft() != null) {
            withdraw(feedback);
            return;
        }
        if (progress.dueBefore(record.timestamp())) {
            flush();
        }
        readSincePause = true;
        count(feedback, record.timestamp());
        progress.record(
                feedback.getSourceTopic(),
                feedback.getEventTime().toEpochMilli(),
                record.timestamp(),
                context.currentSystemTimeMs());
        if (settings.linger().isZero()) {
            flush();
        }
    }

    /**
     * Whoever is behind, and busy catching up, is not waited for by anybody: the more comes together in one sum, the less
     * there is to do for all of it.
     */
    private boolean mayWait(long now) {
        boolean busy = readSincePause;
        readSincePause = false;
        return busy && now - lastFlushAt < BEHIND_MILLIS && now - progress.arrival() > BEHIND_MILLIS;
    }

    /** Its event time is that of what is taken back and says nothing about how far the source has come. */
    private void withdraw(Feedback withdrawal) {
        flush();
        count(withdrawal, withdrawal.getReceivedAt().toEpochMilli());
        flush();
        forget(withdrawal);
    }

    private void flush() {
        lastFlushAt = context.currentSystemTimeMs();
        long before = progress.toldWatermark();
        boolean news = progress.takeNews();
        List<KeyValue<String, M>> sums = takeSums();
        // With a single target the last sum can carry the news itself.
        boolean told = targets == 1 && !sums.isEmpty();
        for (int i = 0; i < sums.size(); i++) {
            boolean last = told && i == sums.size() - 1;
            send(sums.get(i).key, sums.get(i).value, last ? progress.watermark() : before, -1);
        }
        if (news && !told) {
            for (int target = 0; target < targets; target++) {
                send("", empty(), progress.watermark(), target);
            }
        }
    }

    private void send(String key, M message, long watermark, int target) {
        stamp(message, new Stamp(context.taskId().partition(), watermark, progress.idle(), progress.arrival(), target));
        context.forward(new Record<>(key, message, Math.max(0, progress.arrival())));
    }
}
