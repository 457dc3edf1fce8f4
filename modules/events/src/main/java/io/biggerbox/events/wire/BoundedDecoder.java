package io.biggerbox.events.wire;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Avro's binary encoding out of one array, believing no length. Avro's own decoder allocates what a length says before it
 * notices that the bytes are not there, so that one flipped bit can ask for gigabytes; here nothing is allocated that the
 * record does not hold, and no block has more items than bytes are left.
 */
final class BoundedDecoder extends Decoder {
    private static final int MAX_INT_BYTES = 5;
    private static final int MAX_LONG_BYTES = 10;

    private final byte[] bytes;
    private int position;

    BoundedDecoder(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = start;
    }

    int remaining() {
        return bytes.length - position;
    }

    @Override
    public void readNull() {}

    @Override
    public boolean readBoolean() throws EOFException {
        int start = advance(1);
        return switch (bytes[start]) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new AvroRuntimeException("a boolean that is neither 0 nor 1");
        };
    }

    @Override
    public int readInt() throws EOFException {
        long zigzag = readVarint(MAX_INT_BYTES);
        if (zigzag >>> Integer.SIZE != 0) {
            throw new AvroRuntimeException("an int of more than 32 bits");
        }
        int value = (int) zigzag;
        return (value >>> 1) ^ -(value & 1);
    }

    @Override
    public long readLong() throws EOFException {
        long zigzag = readVarint(MAX_LONG_BYTES);
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    private long readVarint(int maxBytes) throws EOFException {
        long value = 0;
        for (int i = 0; i < maxBytes; i++) {
            byte next = bytes[advance(1)];
            value |= (next & 0x7fL) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw new AvroRuntimeException("a number of more than " + maxBytes + " bytes");
    }

    @Override
    public float readFloat() throws EOFException {
        return Float.intBitsToFloat(Integer.reverseBytes(ByteBuffer.wrap(bytes).getInt(advance(Float.BYTES))));
    }

    @Override
    public double readDouble() throws EOFException {
        return Double.longBitsToDouble(Long.reverseBytes(ByteBuffer.wrap(bytes).getLong(advance(Double.BYTES))));
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws EOFException {
        int length = readLength();
        Utf8 result = old == null ? new Utf8() : old;
        result.setByteLength(length);
        System.arraycopy(bytes, advance(length), result.getBytes(), 0, length);
        return result;
    }

    @Override
    public String readString() throws EOFException {
        int length = readLength();
        return new String(bytes, advance(length), length, StandardCharsets.UTF_8);
    }

    @Override
    public void skipString() throws EOFException {
        advance(readLength());
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws EOFException {
        byte[] copy = new byte[readLength()];
        readFixed(copy, 0, copy.length);
        return ByteBuffer.wrap(copy);
    }

    @Override
    public void skipBytes() throws EOFException {
        advance(readLength());
    }

    @Override
    public void readFixed(byte[] target, int start, int length) throws EOFException {
        System.arraycopy(bytes, advance(length), target, start, length);
    }

    @Override
    public void skipFixed(int length) throws EOFException {
        advance(length);
    }

    @Override
    public int readEnum() throws EOFException {
        return readInt();
    }

    @Override
    public int readIndex() throws EOFException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws EOFException {
        return readBlock();
    }

    @Override
    public long arrayNext() throws EOFException {
        return readBlock();
    }

    @Override
    public long skipArray() throws EOFException {
        return skipBlocks();
    }

    @Override
    public long readMapStart() throws EOFException {
        return readBlock();
    }

    @Override
    public long mapNext() throws EOFException {
        return readBlock();
    }

    @Override
    public long skipMap() throws EOFException {
        return skipBlocks();
    }

    /** Items in the block that begins here; a negative count says that the block's size in bytes follows. */
    private long readBlock() throws EOFException {
        long count = readLong();
        if (count < 0) {
            readLength();
            count = -count;
        }
        return checkCount(count);
    }

    /** Jumps over blocks that say their size; the count of the first that does not, 0 at the end. */
    private long skipBlocks() throws EOFException {
        long count = readLong();
        while (count < 0) {
            advance(readLength());
            count = readLong();
        }
        return checkCount(count);
    }

    private long checkCount(long count) throws EOFException {
        // Also catches the one count whose negation is negative.
        if (count < 0 || count > remaining()) {
            throw new EOFException("a block of " + count + " items in " + remaining() + " bytes");
        }
        return count;
    }

    private int readLength() throws EOFException {
        long length = readLong();
        if (length < 0) {
            throw new AvroRuntimeException("a negative length");
        }
        if (length > remaining()) {
            throw new EOFException("a length of " + length + " in " + remaining() + " bytes");
        }
        return (int) length;
    }

    /** Moves on by {@code length} bytes and gives the position before. */
    private int advance(int length) throws EOFException {
        if (length > remaining()) {
            throw new EOFException("needs " + length + " bytes, has " + remaining());
        }
        int start = position;
        position += length;
        return start;
    }
}
