package io.biggerbox.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Runs of events, one behind the other in one temporary file. Only its owner may read it, and where the
 * system can do that (not on Windows) its name goes at once, so that not even a kill leaves customers' texts
 * behind. Not thread-safe.
 */
final class SpillFile implements Closeable {

    private static final int BUFFER = 64 << 10;

    private final EventCodec codec = new EventCodec();
    private final FileChannel channel;

    /**
     * An event and the time by which it is sorted.
     *
     * @param time in epoch milliseconds
     */
    record Timed(long time, SpecificRecord event) {}

    /** From where to where a run stands in the file. */
    record Run(long start, long end) {}

    /** Makes the file in this folder. */
    SpillFile(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "biggerbox-import-", ".tmp");
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Writes a run behind the last one. */
    Run append(List<Timed> events) throws IOException {
        long start = channel.position();
        // Not to be closed: that would close the channel.
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        for (Timed timed : events) {
            byte[] bytes = codec.encode(timed.event());
            out.writeLong(timed.time());
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.flush();
        return new Run(start, channel.position());
    }

    /** Reads a run from its beginning; several can be read side by side. */
    Cursor read(Run run) {
        return new Cursor(
                new DataInputStream(new BufferedInputStream(new Slice(run), BUFFER)), run.end() - run.start());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The events of one run, one after the other. */
    final class Cursor {

        private final DataInputStream in;
        private long left;

        private Cursor(DataInputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        /** The next event, or null at the end. */
        @Nullable
        Timed next() throws IOException {
            if (left == 0) {
                return null;
            }
            long time = in.readLong();
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            left -= Long.BYTES + Integer.BYTES + bytes.length;
            return new Timed(time, codec.decode(bytes));
        }
    }

    /** The bytes of a run, read without moving the position at which the next run is written. */
    private final class Slice extends InputStream {

        private final long end;
        private long position;

        Slice(Run run) {
            position = run.start();
            end = run.end();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int wanted = (int) Math.min(length, end - position);
            if (wanted == 0) {
                return length == 0 ? 0 : -1;
            }
            int read = channel.read(ByteBuffer.wrap(bytes, offset, wanted), position);
            position += Math.max(0, read);
            return read;
        }
    }
}
