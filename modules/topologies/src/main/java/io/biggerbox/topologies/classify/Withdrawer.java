package io.biggerbox.topologies.classify;

import io.biggerbox.events.Erasure;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.Replaced;
import io.biggerbox.topologies.erasure.CustomerDigest;
import io.biggerbox.topologies.erasure.Erasures;
import io.biggerbox.topologies.state.CountedRevision;
import io.biggerbox.topologies.stores.StateSerde;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Takes back what erased customers have said. Every task withdraws what it has counted; the first one also tells of
 * feedback that it does not know (any more), so that its words are taken out of quotes.
 *
 * <p>It looks at the erasures by the wall clock, because they do not come as records: a global store holds them. What
 * has been carried out is in a store, so it is done once, by whichever instance has the task.
 */
final class Withdrawer implements Processor<String, Feedback, String, Feedback> {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final Erasures erasures;
    private final Supplier<ReaderInForce> readers;
    private final StateSerde<Replaced> contributions = new StateSerde<>(Replaced.class);
    private ProcessorContext<String, Feedback> context;
    private KeyValueStore<String, CountedRevision> revisions;
    private KeyValueStore<String, String> done;

    /** The change of the erasures up to which all is done. */
    private long looked;

    @SuppressWarnings("NullAway.Init") // set by init, before any record
    Withdrawer(Erasures erasures, Supplier<ReaderInForce> readers) {
        this.erasures = erasures;
        this.readers = readers;
    }

    @Override
    public void init(ProcessorContext<String, Feedback> processorContext) {
        context = processorContext;
        revisions = processorContext.getStateStore(ClassifyTopology.REVISIONS_STORE);
        done = processorContext.getStateStore(ClassifyTopology.ERASED_STORE);
        looked = 0;
        processorContext.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, this::carryOut);
    }

    @Override
    public void process(Record<String, Feedback> record) {
        // passing records are none of its business
    }

    private void carryOut(long now) {
        // asked before the erasures are read: what comes in between is looked at again
        long changes = erasures.changes();
        if (changes == looked) {
            return;
        }
        for (Map.Entry<String, Erasure> each : erasures.all().entrySet()) {
            String state = fingerprint(each.getValue());
            if (!state.equals(done.get(each.getKey()))) {
                withdraw(each.getKey(), each.getValue(), now);
                done.put(each.getKey(), state);
            }
        }
        looked = changes;
    }

    /** An erasure is written twice: without feedback at first, so that nothing new is read, then with what was found. */
    private static String fingerprint(Erasure erasure) {
        return erasure.getErasedAt().toEpochMilli() + "/"
                + erasure.getFeedbackIds().hashCode();
    }

    private void withdraw(String digest, Erasure erasure, long now) {
        Map<String, Replaced> counted = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        for (String id : erasure.getFeedbackIds()) {
            CountedRevision revision = revisions.get(id);
            if (revision == null) {
                unknown.add(id);
                continue;
            }
            Replaced contribution =
                    contributions.read(revision.getContribution().array());
            boolean own = CustomerDigest.of(contribution.getCustomerId()).equals(digest);
            // What the same record says since then is that of a customer who came back.
            if (own && revision.getLastSeen() <= erasure.getErasedAt().toEpochMilli()) {
                counted.put(id, contribution);
            }
        }
        int left = counted.size();
        for (Map.Entry<String, Replaced> each : counted.entrySet()) {
            Replaced contribution = each.getValue();
            left--;
            forward(
                    contribution.getCustomerId(),
                    FeedbackMaker.withdrawal(
                            each.getKey(),
                            contribution.getCustomerId(),
                            contribution,
                            erasure.getErasedAt(),
                            left,
                            readers.get()),
                    now);
            revisions.delete(each.getKey());
        }
        if (context.taskId().partition() == 0) {
            unknown.forEach(id -> forward(
                    digest, FeedbackMaker.withdrawal(id, digest, null, erasure.getErasedAt(), 0, readers.get()), now));
        }
    }

    private void forward(String key, Feedback withdrawal, long now) {
        context.forward(new Record<>(key, withdrawal, now));
    }
}
