package io.biggerbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceNameTest {

    private static final String NAME = StreamsConfig.consumerPrefix("group.instance.id");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void isKeptBesideTheStores() {
        UUID first = InstanceName.of(directory.resolve("new/folder"));

        assertThat(InstanceName.of(directory.resolve("new/folder"))).isEqualTo(first);
        assertThat(InstanceName.of(directory.resolve("another"))).isNotEqualTo(first);
    }

    @Test
    void isMadeAnewWhenTheFileHoldsNone() throws IOException {
        Files.writeString(directory.resolve("instance-name"), "");

        UUID made = InstanceName.of(directory);

        assertThat(InstanceName.of(directory)).isEqualTo(made);
    }

    @Test
    void saysWhichFileCannotBeWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> InstanceName.of(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("instance-name");
    }

    @Test
    void membersAreStaticUnlessTheBrokersDivideTheWork() {
        assertThat(GroupProtocol.CLASSIC.settings(directory))
                .containsEntry(NAME, InstanceName.of(directory).toString());
        assertThat(GroupProtocol.STREAMS.settings(directory)).doesNotContainKey(NAME);
    }
}
