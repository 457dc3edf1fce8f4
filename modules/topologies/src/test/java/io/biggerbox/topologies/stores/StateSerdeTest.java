package io.biggerbox.topologies.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.events.Command;
import io.biggerbox.events.CommandKind;
import io.biggerbox.topologies.state.SourceMark;
import io.biggerbox.topologies.state.StatsRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class StateSerdeTest {

    private final StateSerde<SourceMark> serde = new StateSerde<>(SourceMark.class);
    private final byte[] bytes = serde.write(new SourceMark(17L, -4L));

    @Test
    void whatIsWrittenCanBeRead() {
        assertThat(serde.read(bytes)).isEqualTo(new SourceMark(17L, -4L));
        assertThat(serde.write(serde.read(bytes))).isEqualTo(bytes);
    }

    @Test
    void theBytesAreThoseOfAvrosSingleObjectEncoding() throws IOException {
        StatsRow row = new StatsRow(1L, 2L, false, List.of(3L), "t", "m");
        byte[] written = new StateSerde<>(StatsRow.class).write(row);
        assertThat(StatsRow.getEncoder().encode(row)).isEqualTo(ByteBuffer.wrap(written));
        assertThat(StatsRow.getDecoder().decode(written)).isEqualTo(row);
    }

    @Test
    void recordsWithTimesAreWrittenToo() {
        StateSerde<Command> commands = new StateSerde<>(Command.class);
        Command command = Command.newBuilder()
                .setCommandId("c1")
                .setKind(CommandKind.MUTE)
                .setProduct("Box")
                .setTheme("size")
                .setActor("ana")
                .setIssuedAt(Instant.parse("2026-03-02T10:00:00.123Z"))
                .build();
        assertThat(commands.read(commands.write(command))).isEqualTo(command);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void damagedBytesAreARecordAtFault() {
        byte[] garbage = Arrays.copyOf(bytes, bytes.length);
        garbage[0] ^= 0x40;
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        for (byte[] damaged : List.of(new byte[0], new byte[] {(byte) 0xC3}, garbage, shorter, longer)) {
            assertThatThrownBy(() -> serde.read(damaged))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void bytesOfAnotherSchemaAreNotTakenForOurs() {
        StatsRow row = new StatsRow(1L, 2L, false, List.of(3L), "t", "m");
        assertThatThrownBy(() -> serde.read(new StateSerde<>(StatsRow.class).write(row)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("unknown schema");
    }
}
