package io.biggerbox.topologies.detect;

import io.biggerbox.topologies.state.ProductMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Messages go to the partition that they are meant for. */
final class ProductPartitioner implements StreamPartitioner<String, ProductMessage> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, ProductMessage message, int numPartitions) {
        return Optional.of(Set.of(message.getTargetPartition()));
    }

    /** The one of {@code partitions} in which a product is known: where Kafka would put a record with the product as its key. */
    static int partitionOf(String product, int partitions) {
        return Utils.toPositive(Utils.murmur2(product.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
