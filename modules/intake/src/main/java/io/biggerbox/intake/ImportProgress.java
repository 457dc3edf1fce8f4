package io.biggerbox.intake;

/**
 * How far an import has come.
 *
 * @param rows rows seen
 * @param rejected of these, rows rejected
 * @param bytesRead bytes of the file read; runs up to a buffer ahead of the rows
 * @param size bytes of the file
 */
public record ImportProgress(long rows, long rejected, long bytesRead, long size) {

    /** Told about progress from the importing thread; must return quickly. */
    @FunctionalInterface
    public interface Listener {
        /** Called every thousand rows and once at the end. */
        void onProgress(ImportProgress progress);
    }
}
