package io.biggerbox.topologies.measure;

import io.biggerbox.topologies.state.RowMessage;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Messages go to the partition that they are meant for. */
final class RowPartitioner implements StreamPartitioner<String, RowMessage> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, RowMessage message, int numPartitions) {
        return Optional.of(Set.of(message.getTargetPartition()));
    }
}
