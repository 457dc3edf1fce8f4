package io.biggerbox.topologies.time;

import java.time.Duration;

/**
 * What a reading task tells the tasks behind it: how far it has come in event time, whether it has
 * anything left to read, and when the sums it is holding are due.
 */
public final class SourceProgress {

    private final long lingerMillis;
    private final long idleMillis;
    private long watermark = WatermarkTracker.NOTHING;
    private long arrival = WatermarkTracker.NOTHING;
    private long firstArrival = WatermarkTracker.NOTHING;
    private long lastRecordAt;
    private boolean idle;
    private boolean news;

    /**
     * Starts with nothing read.
     *
     * @param linger how long, in arrival time, changes are held
     * @param idleAfter wall-clock time without a record after which the task is idle
     * @param wallClock now, in epoch milliseconds
     */
    public SourceProgress(Duration linger, Duration idleAfter, long wallClock) {
        lingerMillis = linger.toMillis();
        idleMillis = idleAfter.toMillis();
        lastRecordAt = wallClock;
    }

    /** True when what is held must travel on before a record that arrived at {@code recordArrival} is added. */
    public boolean dueBefore(long recordArrival) {
        return firstArrival != WatermarkTracker.NOTHING && Math.abs(recordArrival - firstArrival) >= lingerMillis;
    }

    /** Notes a record. */
    public void record(long eventTime, long recordArrival, long wallClock) {
        if (firstArrival == WatermarkTracker.NOTHING) {
            firstArrival = recordArrival;
        }
        watermark = Math.max(watermark, eventTime);
        arrival = Math.max(arrival, recordArrival);
        lastRecordAt = wallClock;
        idle = false;
        news = true;
    }

    /** Notes that time passes. */
    public void pause(long wallClock) {
        if (!idle && wallClock - lastRecordAt >= idleMillis) {
            idle = true;
            news = true;
        }
    }

    /** True once for everything that the tasks behind have not been told. */
    public boolean takeNews() {
        boolean had = news;
        news = false;
        firstArrival = WatermarkTracker.NOTHING;
        return had;
    }

    /** Event time reached, in epoch milliseconds. */
    public long watermark() {
        return watermark;
    }

    /** Latest arrival, in epoch milliseconds. */
    public long arrival() {
        return arrival;
    }

    /** Whether there is nothing to read. */
    public boolean idle() {
        return idle;
    }
}
