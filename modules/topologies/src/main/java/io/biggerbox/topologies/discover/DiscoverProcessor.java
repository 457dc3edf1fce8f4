package io.biggerbox.topologies.discover;

import io.biggerbox.events.ThemeCandidate;
import io.biggerbox.text.discovery.CandidateStatus;
import io.biggerbox.text.discovery.Discovery;
import io.biggerbox.text.discovery.DiscoverySettings;
import io.biggerbox.text.discovery.PainReport;
import io.biggerbox.text.discovery.PainSentence;
import io.biggerbox.text.discovery.SentenceVectors;
import io.biggerbox.topologies.TopologySettings;
import io.biggerbox.topologies.errors.InvalidRecordException;
import io.biggerbox.topologies.state.CandidateDecision;
import io.biggerbox.topologies.state.DiscoveryMessage;
import io.biggerbox.topologies.state.UnnamedPain;
import io.biggerbox.topologies.time.CommitPace;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Runs discovery: what it is told in, candidates out. */
final class DiscoverProcessor implements Processor<String, DiscoveryMessage, String, ThemeCandidate> {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final TopologySettings settings;
    private final DiscoverySettings rules;
    private final SentenceVectors vectors;
    private ProcessorContext<String, ThemeCandidate> context;
    private KeyValueStore<String, byte[]> store;
    private CommitPace pace;
    private @Nullable Discovery running;

    /** Wall-clock time of the last message, while something may wait. */
    private long lastHeard = Long.MAX_VALUE;

    @SuppressWarnings("NullAway.Init") // set by init, before any record
    DiscoverProcessor(TopologySettings settings, DiscoverySettings rules, SentenceVectors vectors) {
        this.settings = settings;
        this.rules = rules;
        this.vectors = vectors;
    }

    @Override
    public void init(ProcessorContext<String, ThemeCandidate> processorContext) {
        context = processorContext;
        store = processorContext.getStateStore(DiscoverTopology.DISCOVERY_STORE);
        lastHeard = processorContext.currentSystemTimeMs();
        pace = CommitPace.of(processorContext);
        processorContext.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, this::settleWhenQuiet);
    }

    /** Read from the store with the first record, not in init: only then are its contents certain to be there. */
    private Discovery discovery() {
        if (running == null) {
            running = new Discovery(rules, vectors, new KafkaDiscoveryStore(store));
        }
        return running;
    }

    @Override
    public void process(Record<String, DiscoveryMessage> record) {
        pace.processed(record.timestamp());
        Discovery discovery = discovery();
        DiscoveryMessage message = record.value();
        CandidateDecision decision = message.getDecision();
        if (decision != null
                && !discovery.decide(
                        decision.getCandidateId(),
                        CandidateStatus.valueOf(decision.getStatus()),
                        decision.getTheme())) {
            throw new InvalidRecordException(
                    "candidate_id",
                    "is " + decision.getCandidateId() + ", which is no candidate (any more)",
                    "list the candidates with `biggerbox theme-candidates`");
        }
        UnnamedPain pain = message.getReport();
        if (pain != null && pain.getErased()) {
            discovery.forget(pain.getFeedbackId());
        } else if (pain != null) {
            discovery.report(report(pain));
        }
        if (message.getEventTime() != Long.MIN_VALUE) {
            discovery.advance(message.getEventTime());
        }
        lastHeard = context.currentSystemTimeMs();
        publish(discovery, record.timestamp());
    }

    /** A quiet stream moves no event time: what waits is placed, and what has come of it offered. */
    private void settleWhenQuiet(long now) {
        if (now - lastHeard >= settings.quietAfter().toMillis()) {
            lastHeard = Long.MAX_VALUE;
            Discovery discovery = discovery();
            discovery.settle();
            publish(discovery, now);
        }
    }

    private void publish(Discovery discovery, long timestamp) {
        discovery.save();
        discovery.drainGone().forEach(id -> context.forward(new Record<>(id, null, timestamp)));
        discovery
                .drain()
                .forEach(candidate -> context.forward(new Record<>(
                        candidate.id(),
                        CandidateRecords.of(candidate, DiscoverTopology.RULES + vectors.version()),
                        timestamp)));
    }

    private static PainReport report(UnnamedPain pain) {
        List<PainSentence> sentences = pain.getSentences().stream()
                .map(sentence -> new PainSentence(sentence.getStart(), sentence.getText()))
                .toList();
        return new PainReport(
                pain.getFeedbackId(),
                pain.getRevision(),
                pain.getCustomer(),
                pain.getProduct(),
                pain.getAt(),
                new PainReport.SourcePlace(pain.getSourceTopic(), pain.getSourcePartition(), pain.getSourceOffset()),
                sentences);
    }
}
