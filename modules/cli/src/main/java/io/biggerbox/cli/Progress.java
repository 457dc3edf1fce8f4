package io.biggerbox.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error, or nothing when nobody is watching. */
final class Progress implements AutoCloseable {

    private static final long KIB = 1024;

    private final @Nullable ProgressBar bar;
    private final long unit;

    private Progress(@Nullable ProgressBar bar, long unit) {
        this.bar = bar;
        this.unit = unit;
    }

    /** A bar over bytes. */
    static Progress bytes(String task, long size, boolean shown) {
        return new Progress(shown ? builder(task, size / KIB).setUnit(" KiB", 1).build() : null, KIB);
    }

    /** A bar over things that are counted. */
    static Progress items(String task, long count, boolean shown) {
        return new Progress(shown ? builder(task, count).showSpeed().build() : null, 1);
    }

    private static ProgressBarBuilder builder(String task, long max) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(max)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(250)
                .clearDisplayOnFinish();
    }

    /** Moves the bar to {@code position}, with a remark behind it. */
    void to(long position, String remark) {
        if (bar != null) {
            bar.stepTo(position / unit);
            bar.setExtraMessage(" " + remark);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
