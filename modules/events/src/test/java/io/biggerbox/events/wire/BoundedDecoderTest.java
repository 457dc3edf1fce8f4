package io.biggerbox.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;

class BoundedDecoderTest {
    @Test
    void readsNumbersAsAvroWritesThem() throws IOException {
        int[] ints = {0, 1, -1, 63, -64, 64, Integer.MAX_VALUE, Integer.MIN_VALUE};
        long[] longs = {0, -1, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE};
        BoundedDecoder decoder = decoder(out -> {
            for (int value : ints) {
                out.writeInt(value);
            }
            for (long value : longs) {
                out.writeLong(value);
            }
            out.writeFloat(-1.5f);
            out.writeDouble(Math.PI);
            out.writeBoolean(true);
            out.writeBoolean(false);
            out.writeNull();
            out.writeEnum(3);
            out.writeIndex(2);
        });
        for (int value : ints) {
            assertThat(decoder.readInt()).isEqualTo(value);
        }
        for (long value : longs) {
            assertThat(decoder.readLong()).isEqualTo(value);
        }
        assertThat(decoder.readFloat()).isEqualTo(-1.5f);
        assertThat(decoder.readDouble()).isEqualTo(Math.PI);
        assertThat(decoder.readBoolean()).isTrue();
        assertThat(decoder.readBoolean()).isFalse();
        decoder.readNull();
        assertThat(decoder.readEnum()).isEqualTo(3);
        assertThat(decoder.readIndex()).isEqualTo(2);
        assertThat(decoder.remaining()).isZero();
    }

    @Test
    void readsAndSkipsTextAndBytes() throws IOException {
        BoundedDecoder decoder = decoder(out -> {
            out.writeString("häll");
            out.writeString("two");
            out.writeString("skipped");
            out.writeBytes(ByteBuffer.wrap(new byte[] {1, 2}));
            out.writeBytes(new byte[] {9});
            out.writeFixed(new byte[] {4, 5, 6});
            out.writeFixed(new byte[] {7});
        });
        assertThat(decoder.readString()).isEqualTo("häll");
        assertThat(decoder.readString(new Utf8("longer than two")).toString()).isEqualTo("two");
        decoder.skipString();
        assertThat(decoder.readBytes(null)).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2}));
        decoder.skipBytes();
        byte[] fixed = new byte[3];
        decoder.readFixed(fixed, 0, 3);
        assertThat(fixed).containsExactly(4, 5, 6);
        decoder.skipFixed(1);
        assertThat(decoder.remaining()).isZero();
    }

    @Test
    void readsBlocksWithAndWithoutTheirSize() throws IOException {
        // Two items in a block that says its size (negative count), one in a block that does not, the end.
        BoundedDecoder read = decoder(out -> sizedThenPlain(out));
        assertThat(read.readArrayStart()).isEqualTo(2);
        assertThat(read.readLong()).isEqualTo(10);
        assertThat(read.readLong()).isEqualTo(11);
        assertThat(read.arrayNext()).isEqualTo(1);
        assertThat(read.readLong()).isEqualTo(12);
        assertThat(read.arrayNext()).isZero();
        BoundedDecoder skip = decoder(out -> sizedThenPlain(out));
        assertThat(skip.skipArray()).isEqualTo(1);
        skip.readLong();
        assertThat(skip.skipArray()).isZero();
        assertThat(skip.remaining()).isZero();
    }

    private static void sizedThenPlain(BinaryEncoder out) throws IOException {
        out.writeLong(-2);
        out.writeLong(2);
        out.writeLong(10);
        out.writeLong(11);
        out.writeLong(1);
        out.writeLong(12);
        out.writeLong(0);
    }

    @Test
    void refusesWhatTheBytesDoNotHold() throws IOException {
        assertThatThrownBy(() -> decoder(out -> out.writeLong(1L << 40)).readString())
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> decoder(out -> out.writeLong(-5)).readBytes(null))
                .isInstanceOf(AvroRuntimeException.class);
        assertThatThrownBy(() -> decoder(out -> out.writeLong(1L << 40)).readMapStart())
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> decoder(out -> {
                            out.writeLong(Long.MIN_VALUE);
                            out.writeLong(0);
                        })
                        .readArrayStart())
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> decoder(out -> out.writeLong(1L << 40)).readInt())
                .isInstanceOf(AvroRuntimeException.class);
        byte[] endless = "\u00ff".repeat(11).getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> new BoundedDecoder(endless, 0).readLong()).isInstanceOf(AvroRuntimeException.class);
        assertThatThrownBy(() -> new BoundedDecoder(new byte[] {2}, 0).readBoolean())
                .isInstanceOf(AvroRuntimeException.class);
        assertThatThrownBy(() -> new BoundedDecoder(new byte[3], 0).readFloat()).isInstanceOf(EOFException.class);
    }

    private interface Body {
        void write(BinaryEncoder out) throws IOException;
    }

    private static BoundedDecoder decoder(Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        body.write(encoder);
        encoder.flush();
        return new BoundedDecoder(bytes.toByteArray(), 0);
    }
}
