package io.biggerbox.topologies.discover;

import io.biggerbox.events.ThemeDecision;
import io.biggerbox.text.discovery.CandidateStatus;
import io.biggerbox.topologies.errors.InvalidRecordException;
import io.biggerbox.topologies.state.CandidateDecision;
import io.biggerbox.topologies.state.DiscoveryMessage;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Passes decisions on that make sense. */
final class DecisionCheck implements Processor<String, ThemeDecision, String, DiscoveryMessage> {

    private static final String REMEDY = "decide again with `biggerbox theme-candidates promote|dismiss|reopen`";

    private ProcessorContext<String, DiscoveryMessage> context;

    @SuppressWarnings("NullAway.Init") // set by init, before any record
    DecisionCheck() {}

    @Override
    public void init(ProcessorContext<String, DiscoveryMessage> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, ThemeDecision> record) {
        ThemeDecision decision = record.value();
        if (decision == null) {
            // The topic is compacted: that is how a key is removed. What was decided stands.
            return;
        }
        if (!decision.getCandidateId().equals(record.key())) {
            throw new InvalidRecordException(
                    "key", "is " + record.key() + ", candidate_id is " + decision.getCandidateId(), REMEDY);
        }
        CandidateStatus status =
                switch (decision.getKind()) {
                    case PROMOTE -> CandidateStatus.PROMOTED;
                    case DISMISS -> CandidateStatus.DISMISSED;
                    case REOPEN -> CandidateStatus.OPEN;
                    case UNKNOWN -> throw new InvalidRecordException("kind", "is not known", REMEDY);
                };
        if (status == CandidateStatus.PROMOTED
                && (decision.getTheme() == null || decision.getTheme().isBlank())) {
            throw new InvalidRecordException("theme", "is missing: a promotion names the theme", REMEDY);
        }
        context.forward(record.withValue(DiscoveryMessage.newBuilder()
                .setEventTime(Long.MIN_VALUE)
                .setDecision(new CandidateDecision(
                        decision.getCandidateId(),
                        status.name(),
                        status == CandidateStatus.PROMOTED ? decision.getTheme() : null))
                .build()));
    }
}
