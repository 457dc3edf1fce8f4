package io.biggerbox.topologies.detect;

import io.biggerbox.topologies.state.ProductMessage;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Products by the hash of their name, as everywhere; watermarks to the partition that they are meant for. */
final class ProductPartitioner implements StreamPartitioner<String, ProductMessage> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, ProductMessage message, int numPartitions) {
        int target = message.getTargetPartition();
        return target < 0 ? Optional.empty() : Optional.of(Set.of(target));
    }
}
