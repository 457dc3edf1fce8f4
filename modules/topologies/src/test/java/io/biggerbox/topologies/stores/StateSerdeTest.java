package io.biggerbox.topologies.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.topologies.state.SourceMark;
import io.biggerbox.topologies.state.StatsRow;
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
    void nothingStaysNothing() {
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void damagedBytesAreARecordAtFault() {
        byte[] garbage = Arrays.copyOf(bytes, bytes.length);
        garbage[0] ^= 0x40;
        for (byte[] damaged : List.of(new byte[0], garbage, Arrays.copyOf(bytes, bytes.length - 1))) {
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
