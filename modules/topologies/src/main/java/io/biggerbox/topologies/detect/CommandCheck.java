package io.biggerbox.topologies.detect;

import io.biggerbox.events.Command;
import io.biggerbox.topologies.state.ProductMessage;
import io.biggerbox.topologies.time.CommitPace;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends commands that make sense to the task that knows their product. */
final class CommandCheck implements Processor<String, Command, String, ProductMessage> {

    private final int targets;
    private ProcessorContext<String, ProductMessage> context;
    private CommitPace pace;

    @SuppressWarnings("NullAway.Init") // set by init, before any record
    CommandCheck(int targets) {
        this.targets = targets;
    }

    @Override
    public void init(ProcessorContext<String, ProductMessage> processorContext) {
        context = processorContext;
        pace = CommitPace.of(processorContext);
    }

    @Override
    public void process(Record<String, Command> record) {
        pace.processed(record.timestamp());
        ProductMessage message = Commands.toMessage(record.value(), Instant.ofEpochMilli(record.timestamp()), targets);
        context.forward(record.withKey("").withValue(message));
    }
}
