package io.biggerbox.intake.read;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows one after the other, in constant memory. Not thread-safe.
 *
 * @param <T> what an intact row holds
 */
public interface RowReader<T> extends Closeable {

    /**
     * The next row, or null at the end of the file.
     *
     * @throws IOException if the file cannot be read
     */
    @Nullable
    ReadRow<T> next() throws IOException;
}
