package io.biggerbox.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.Command;
import io.biggerbox.events.CommandKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ArrivalMergeTest {

    private static final TopicPartition A = new TopicPartition("t", 0);
    private static final TopicPartition B = new TopicPartition("t", 1);

    private final ArrivalMerge merge = new ArrivalMerge();

    private void add(TopicPartition partition, long arrival, long eventTime, String name) {
        Command value = Command.newBuilder()
                .setCommandId(name)
                .setKind(CommandKind.ACKNOWLEDGE)
                .setProduct("p")
                .setTheme("t")
                .setActor("a")
                .setIssuedAt(Instant.EPOCH)
                .build();
        merge.add(partition, Instant.ofEpochMilli(arrival), Instant.ofEpochMilli(eventTime), value);
    }

    private List<String> drained() {
        List<String> names = new ArrayList<>();
        List<Instant> arrivals = new ArrayList<>();
        merge.drain(arrived -> {
            names.add(((Command) arrived.value()).getCommandId());
            arrivals.add(arrived.arrival());
        });
        assertThat(arrivals).isSorted();
        return names;
    }

    @Test
    void whatArrivesFirstComesFirst() {
        add(A, 10, 0, "a1");
        add(A, 30, 0, "a2");
        add(B, 20, 0, "b1");
        add(B, 40, 0, "b2");
        assertThat(drained()).containsExactly("a1", "b1", "a2", "b2");
        assertThat(drained()).isEmpty();
    }

    @Test
    void whatArrivesTogetherGoesByEventTimeAcrossPartitionsButNotWithinOne() {
        add(A, 10, 9, "a1");
        add(A, 10, 1, "a2");
        add(B, 10, 5, "b1");
        add(B, 10, 7, "b2");
        assertThat(drained()).containsExactly("b1", "b2", "a1", "a2");
    }

    @Test
    void aPartitionKeepsItsOrderWhateverItsTimestampsSay() {
        add(A, 50, 0, "a1");
        add(A, 10, 0, "a2");
        add(B, 40, 0, "b1");
        add(B, 60, 0, "b2");
        assertThat(drained()).containsExactly("b1", "a1", "a2", "b2");
    }
}
