package io.biggerbox.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevStackTest {
    @Test
    void keepsEverythingThroughARestart(@TempDir Path directory) throws Exception {
        List<String> values = IntStream.range(0, 500).mapToObj(i -> "v" + i).toList();
        try (DevStack stack = DevStack.start(DevStackSettings.onFreePorts(directory))) {
            Clients.createTopic(stack.bootstrapServers(), "things");
            Clients.write(stack.bootstrapServers(), "things", values, Optional.of("writer-1"));
            assertThat(Clients.readAll(stack.bootstrapServers(), "things", 500)).isEqualTo(values);
        }
        try (DevStack again = DevStack.start(DevStackSettings.onFreePorts(directory))) {
            assertThat(Clients.readAll(again.bootstrapServers(), "things", 500)).isEqualTo(values);
            assertThat(Clients.configOf(again.bootstrapServers(), "things", "retention.ms"))
                    .isEqualTo("-1");
            assertThat(Clients.configOf(again.bootstrapServers(), SchemaLog.TOPIC, "cleanup.policy"))
                    .isEqualTo("compact");
            assertThatThrownBy(() -> Clients.configOf(again.bootstrapServers(), "never-made", "retention.ms"))
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
            assertThatThrownBy(() -> DevStack.start(DevStackSettings.onFreePorts(directory)))
                    .isInstanceOf(DataDirectoryInUseException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aTakenPortIsOneClearSentence(@TempDir Path directory) throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(Ports.address(0));
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> DevStack.start(new DevStackSettings(directory, port, 0)))
                    .isInstanceOfSatisfying(
                            PortInUseException.class, e -> assertThat(e.port()).isEqualTo(port))
                    .hasMessageContaining("Kafka broker")
                    .hasMessageContaining("choose another port");
            assertThatThrownBy(() -> DevStack.start(new DevStackSettings(directory, 0, port)))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("schema registry");
        }
        // Neither attempt keeps the directory.
        DirectoryLock.take(directory).close();
    }

    @Test
    void settingsMustBePorts(@TempDir Path directory) {
        assertThatThrownBy(() -> new DevStackSettings(directory, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DevStackSettings(directory, 0, 70_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(DevStackSettings.usual(directory)).isEqualTo(new DevStackSettings(directory, 9092, 8081));
    }

    @Test
    void aStoppedBrokerHasNoAddress(@TempDir Path directory) {
        EmbeddedBroker broker = new EmbeddedBroker(directory, 0);
        assertThatThrownBy(broker::bootstrapServers).isInstanceOf(IllegalStateException.class);
        broker.close();
    }
}
