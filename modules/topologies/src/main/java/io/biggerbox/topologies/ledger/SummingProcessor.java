package io.biggerbox.topologies.ledger;

import io.biggerbox.events.Feedback;
import io.biggerbox.topologies.StoreKind;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.errors.InvalidRecordException;
import io.biggerbox.topologies.stores.BeforeCommit;
import io.biggerbox.topologies.time.CommitPace;
import io.biggerbox.topologies.time.SourceProgress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The half of an application that reads feedback per customer: counts each customer once, sums up, and
 * sends the sums on to the tasks that know a product or a row, together with how far it has come. However
 * busy a product is, a reading task sends what it has summed up about it once, so that one huge product makes no hot
 * partition.
 *
 * <p>The sums are on the heap alone: at a commit nothing is held back, so that there is nothing to restore. Where no state
 * outlives the process they may wait over it.
 *
 * <p>The sums of one flush still carry the watermark of the flush before; the new one follows behind the
 * last of them. Otherwise the first message would let the clocks of all products pass the complaints that
 * are in the messages behind it.
 *
 * @param <M> type of the messages
 */
public abstract class SummingProcessor<M> implements Processor<String, Feedback, String, M> {

    /** Store in which such a processor keeps which topics it is reading. */
    public static final String TOPICS_STORE = "topics-being-read";

    /** Tells such a processor that a commit is due. */
    public static final String SUMS_HOOK = "sums-before-commit";

    private final TopologySettings settings;
    private final int targets;
    private ProcessorContext<String, M> context;
    private SourceProgress progress;
    private boolean readSinceFlush;

    /**
     * How far the sender of a message has come.
     *
     * @param sourcePartition the partition of feedback that it reads
     * @param watermark event time that it has reached, in epoch milliseconds
     * @param idle whether it has nothing to read
     * @param arrival the latest arrival that it has seen, in epoch milliseconds
     * @param target partition that the message is meant for
     */
    public record Stamp(int sourcePartition, long watermark, boolean idle, long arrival, int target) {}

    /**
     * Sums that travel together.
     *
     * @param message the sums, without a stamp
     * @param target partition that it is meant for
     */
    public record Sums<M>(M message, int target) {}

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

    /** Takes all sums, in a stable order, and starts new ones. */
    protected abstract List<Sums<M>> takeSums();

    /** A message that carries nothing but its stamp. */
    protected abstract M empty();

    /** Writes the stamp onto the message. */
    protected abstract void stamp(M message, Stamp stamp);

    @Override
    public final void init(ProcessorContext<String, M> processorContext) {
        context = processorContext;
        open(processorContext);
        progress = new SourceProgress(
                processorContext.getStateStore(TOPICS_STORE),
                settings.linger(),
                settings.idleAfter(),
                processorContext.currentSystemTimeMs());
        // what was held when the task was given up will be read once more
        takeSums();
        if (flushesBeforeCommit()) {
            BeforeCommit hook = processorContext.getStateStore(SUMS_HOOK);
            hook.run(processorContext, this::flush);
        }
        processorContext.schedule(settings.flushInterval(), PunctuationType.WALL_CLOCK_TIME, this::look);
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
        long now = context.currentSystemTimeMs();
        if (progress.dueBefore(record.timestamp()) && !CommitPace.isBacklog(record.timestamp(), now)) {
            flush();
        }
        readSinceFlush = true;
        count(feedback, record.timestamp());
        progress.record(feedback.getSourceTopic(), feedback.getEventTime().toEpochMilli(), record.timestamp(), now);
        if (settings.linger().isZero()) {
            flush();
        }
    }

    /** Sums of a backlog wait for the commit: the more comes together in them, the less there is to do for all of it. */
    private void look(long now) {
        progress.pause(now);
        boolean read = readSinceFlush;
        if (read && flushesBeforeCommit() && CommitPace.isBacklog(progress.arrival(), now)) {
            return;
        }
        flush();
        if (read) {
            context.commit();
        }
    }

    private boolean flushesBeforeCommit() {
        return settings.stores() == StoreKind.DURABLE;
    }

    /** Its event time is that of what is taken back and says nothing about how far the source has come. */
    private void withdraw(Feedback withdrawal) {
        flush();
        count(withdrawal, withdrawal.getReceivedAt().toEpochMilli());
        flush();
        forget(withdrawal);
    }

    /**
     * Packs sums for the same target into as few messages as brokers take.
     *
     * @param sums what is to travel
     * @param targets number of targets
     * @param targetOf where each belongs
     * @param most how many travel in one message: none may be larger than a broker takes
     * @param pack makes a message of some
     */
    protected static <T, M> List<Sums<M>> packed(
            Collection<T> sums, int targets, ToIntFunction<T> targetOf, int most, Function<List<T>, M> pack) {
        List<List<T>> byTarget = new ArrayList<>();
        for (int target = 0; target < targets; target++) {
            byTarget.add(new ArrayList<>());
        }
        sums.forEach(sum -> byTarget.get(targetOf.applyAsInt(sum)).add(sum));
        List<Sums<M>> messages = new ArrayList<>();
        for (int target = 0; target < targets; target++) {
            List<T> all = byTarget.get(target);
            for (int from = 0; from < all.size(); from += most) {
                messages.add(new Sums<>(pack.apply(all.subList(from, Math.min(all.size(), from + most))), target));
            }
        }
        return messages;
    }

    private void flush() {
        readSinceFlush = false;
        long before = progress.toldWatermark();
        boolean news = progress.takeNews();
        List<Sums<M>> sums = takeSums();
        // With a single target the last sum can carry the news itself.
        boolean told = targets == 1 && !sums.isEmpty();
        for (int i = 0; i < sums.size(); i++) {
            boolean last = told && i == sums.size() - 1;
            send(sums.get(i), last ? progress.watermark() : before);
        }
        if (news && !told) {
            for (int target = 0; target < targets; target++) {
                send(new Sums<>(empty(), target), progress.watermark());
            }
        }
    }

    private void send(Sums<M> sums, long watermark) {
        stamp(
                sums.message(),
                new Stamp(context.taskId().partition(), watermark, progress.idle(), progress.arrival(), sums.target()));
        context.forward(new Record<>("", sums.message(), Math.max(0, progress.arrival())));
    }
}
