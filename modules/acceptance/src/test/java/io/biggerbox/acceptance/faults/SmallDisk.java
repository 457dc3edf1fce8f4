package io.biggerbox.acceptance.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A small volume in memory, which can be filled to the last byte. Needs the right to mount. */
final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "768m";
    private static final int BLOCK = 1 << 20;

    private final Path directory;
    private final Path filler;

    private SmallDisk(Path directory) {
        this.directory = directory;
        filler = directory.resolve("filler");
    }

    /** Mounts one on {@code directory}; null where that is not allowed. */
    static @Nullable SmallDisk mount(Path directory) throws InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "biggerbox-faults", directory.toString())
                ? new SmallDisk(directory)
                : null;
    }

    Path directory() {
        return directory;
    }

    /** Leaves no byte free. */
    void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // the last block may have fitted in part
            try (OutputStream out = Files.newOutputStream(directory.resolve("filler-end"))) {
                while (true) {
                    out.write(0);
                }
            } catch (IOException toTheLastByte) {
                return;
            }
        }
    }

    /** Gives the room back. */
    void free() throws IOException {
        Files.deleteIfExists(filler);
        Files.deleteIfExists(directory.resolve("filler-end"));
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!run("umount", directory.toString())) {
            throw new IOException(directory + " cannot be unmounted");
        }
    }
}
