package io.biggerbox.intake;

/**
 * How far an import has come. First all rows are read, then their events are passed on.
 *
 * @param rows rows seen
 * @param accepted of these, rows that became events
 * @param rejected of these, rows rejected
 * @param written events passed on; 0 until all rows have been read
 * @param bytesRead bytes of the file read; runs up to a buffer ahead of the rows
 * @param size bytes of the file
 */
public record ImportProgress(long rows, long accepted, long rejected, long written, long bytesRead, long size) {

    /** Told about progress from the importing thread; must return quickly. */
    @FunctionalInterface
    public interface Listener {
        /** Called every thousand rows, every thousand events and once at the end. */
        void onProgress(ImportProgress progress);
    }
}
