package io.biggerbox.cli;

import io.biggerbox.intake.ImportProgress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The progress of an import: a bar over the bytes of the file, then one over the events that are written. */
final class ImportBar implements ImportProgress.Listener, AutoCloseable {

    private final boolean shown;
    private final Progress reading;
    private @Nullable Progress writing;

    /**
     * @param size of the file in bytes
     * @param shown whether anybody is watching
     */
    ImportBar(long size, boolean shown) {
        this.shown = shown;
        reading = Progress.bytes("Reading", size, shown);
    }

    @Override
    public void onProgress(ImportProgress now) {
        if (now.written() == 0) {
            reading.to(now.bytesRead(), String.format(Locale.ROOT, "%,d rows", now.rows()));
            return;
        }
        Progress bar = writing;
        if (bar == null) {
            reading.close();
            bar = Progress.items("Writing", now.accepted(), shown);
            writing = bar;
        }
        bar.to(now.written(), "");
    }

    @Override
    public void close() {
        (writing == null ? reading : writing).close();
    }
}
