package io.biggerbox.topologies.discover;

import io.biggerbox.events.Feedback;
import io.biggerbox.topologies.errors.InvalidRecordException;
import io.biggerbox.topologies.ledger.CustomerHash;
import io.biggerbox.topologies.ledger.Days;
import io.biggerbox.topologies.state.DiscoveryMessage;
import io.biggerbox.topologies.state.UnnamedPain;
import io.biggerbox.topologies.state.UnnamedSentence;
import io.biggerbox.topologies.taxonomy.TaxonomyRecords;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends painful sentences that no theme claims to the task that clusters them: a small share of all feedback. Of the rest
 * only every new hour of event time is told, and every edit, because the revision before may have had such a sentence.
 */
final class PainFinder implements Processor<String, Feedback, String, DiscoveryMessage> {

    private static final int LONGEST_SENTENCE = 1_000;
    private static final long SECONDS_AN_HOUR = 3600;

    private ProcessorContext<String, DiscoveryMessage> context;
    private UnnamedPainWatch watch;
    private long hour = Long.MIN_VALUE;

    @SuppressWarnings("NullAway.Init") // set by init, before any record
    PainFinder() {}

    @Override
    public void init(ProcessorContext<String, DiscoveryMessage> processorContext) {
        context = processorContext;
        watch = new UnnamedPainWatch(
                processorContext.metrics(), processorContext.taskId().toString());
    }

    @Override
    public void process(Record<String, Feedback> record) {
        Feedback feedback = record.value();
        if (feedback == null) {
            throw new InvalidRecordException("value", "is missing", "send the whole record");
        }
        // a time on no day that can be counted is a broken producer's, and would move the clock of everything
        var unused = Days.of(feedback.getEventTime());
        Pain pain = Pain.of(feedback);
        watch.count(pain);
        boolean erased = feedback.getWithdrawalsLeft() != null;
        boolean reports = !pain.unnamed().isEmpty() || feedback.getReplaces() != null || erased;
        long now = Math.floorDiv(feedback.getEventTime().getEpochSecond(), SECONDS_AN_HOUR);
        if (!reports && now <= hour) {
            return;
        }
        hour = erased ? hour : Math.max(hour, now);
        DiscoveryMessage message = DiscoveryMessage.newBuilder()
                .setEventTime(erased ? Long.MIN_VALUE : feedback.getEventTime().toEpochMilli())
                .setReport(reports ? report(feedback, pain) : null)
                .build();
        context.forward(record.withKey(TaxonomyRecords.KEY).withValue(message));
    }

    private static UnnamedPain report(Feedback feedback, Pain pain) {
        String text = feedback.getRedactedText();
        return UnnamedPain.newBuilder()
                .setFeedbackId(feedback.getFeedbackId())
                .setRevision(feedback.getRevision())
                .setCustomer(CustomerHash.of(feedback.getCustomerId()))
                .setProduct(feedback.getProduct())
                .setAt(feedback.getEventTime().toEpochMilli())
                .setSourceTopic(feedback.getSourceTopic())
                .setSourcePartition(feedback.getSourcePartition())
                .setSourceOffset(feedback.getSourceOffset())
                .setSentences(pain.unnamed().stream()
                        .map(sentence -> new UnnamedSentence(
                                sentence.getStart(), cut(text, sentence.getStart(), sentence.getEnd())))
                        .toList())
                .setErased(feedback.getWithdrawalsLeft() != null)
                .build();
    }

    /** What a broken producer says of spans must not end the task. */
    private static String cut(String text, int start, int end) {
        int from = Math.max(0, Math.min(start, text.length()));
        int to = Math.max(from, Math.min(Math.min(end, from + LONGEST_SENTENCE), text.length()));
        if (to > from && to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    @Override
    public void close() {
        watch.close();
    }
}
