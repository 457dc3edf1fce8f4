package io.biggerbox.topologies.time;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reading task tells the tasks behind it: how far it has come in event time, whether it has
 * anything left to read, and when the sums it is holding are due.
 *
 * <p>One partition of feedback is woven from several source topics, and while history is imported one of
 * them may run weeks ahead of another. So the task is only as far as the slowest topic that is still
 * being read. A topic that has fallen silent holds nobody up: at once when the stream is live, after a
 * while when it is history. Nor does history that is imported once the task was live: it is late whoever
 * waits for it. For a moment after the first record nothing is said at all, because the other topics may be
 * about to speak.
 */
public final class SourceProgress {

    /** Nobody waits for alerts about last year, and a topic of history that pauses has rarely ended. */
    private static final int PATIENCE_WITH_HISTORY = 30;

    /** A task that has read nothing since it started may be about to. */
    private static final int PATIENCE_AT_START = 10;

    private final long lingerMillis;
    private final long idleMillis;
    private final Map<String, Topic> topics = new TreeMap<>();
    private long arrival = WatermarkTracker.NOTHING;
    private long firstArrival = WatermarkTracker.NOTHING;
    private long firstRecordAt = WatermarkTracker.NOTHING;
    private long now;
    private long toldWatermark = WatermarkTracker.NOTHING;
    private boolean toldIdle;

    /** How far one topic has come, and when it was last heard of. */
    private record Topic(long watermark, long lastRecordAt) {}

    /**
     * Starts with nothing read.
     *
     * @param linger how long, in arrival time, changes are held
     * @param idleAfter wall-clock time without a record after which a topic, or the task, is idle; 0 when
     *     records come in the right order already
     * @param wallClock now, in epoch milliseconds
     */
    public SourceProgress(Duration linger, Duration idleAfter, long wallClock) {
        lingerMillis = linger.toMillis();
        idleMillis = idleAfter.toMillis();
        now = wallClock;
        firstRecordAt = wallClock;
    }

    /** True when what is held must travel on before a record that arrived at {@code recordArrival} is added. */
    public boolean dueBefore(long recordArrival) {
        return firstArrival != WatermarkTracker.NOTHING && Math.abs(recordArrival - firstArrival) >= lingerMillis;
    }

    /**
     * Notes a record.
     *
     * @param topic the source topic of the record
     * @param eventTime in epoch milliseconds; nobody can have come further than the arrival, so a clock that is
     *     ahead, or a wrong time zone, makes nothing else late
     * @param recordArrival in epoch milliseconds
     * @param wallClock now, in epoch milliseconds
     */
    public void record(String topic, long eventTime, long recordArrival, long wallClock) {
        if (firstArrival == WatermarkTracker.NOTHING) {
            firstArrival = recordArrival;
        }
        if (topics.isEmpty()) {
            firstRecordAt = wallClock;
        }
        topics.merge(
                topic,
                new Topic(Math.min(eventTime, recordArrival), wallClock),
                (old, news) -> new Topic(Math.max(old.watermark(), news.watermark()), wallClock));
        arrival = Math.max(arrival, recordArrival);
        now = wallClock;
    }

    /** Notes that time passes. */
    public void pause(long wallClock) {
        now = wallClock;
    }

    /** The watermark that the tasks behind were last told, or {@link WatermarkTracker#NOTHING}. */
    public long toldWatermark() {
        return toldWatermark;
    }

    /** True when there is something that the tasks behind have not been told; they are then taken to be told. */
    public boolean takeNews() {
        firstArrival = WatermarkTracker.NOTHING;
        long watermark = watermark();
        boolean idle = idle();
        boolean news = watermark != toldWatermark || idle != toldIdle;
        toldWatermark = watermark;
        toldIdle = idle;
        return news;
    }

    /** Event time reached, in epoch milliseconds, or {@link WatermarkTracker#NOTHING} while that is not known. */
    public long watermark() {
        if (topics.isEmpty() || now - firstRecordAt < idleMillis) {
            return WatermarkTracker.NOTHING;
        }
        long slowest = Long.MAX_VALUE;
        long fastest = WatermarkTracker.NOTHING;
        for (Topic topic : topics.values()) {
            fastest = Math.max(fastest, topic.watermark());
            if (!holdsNobodyUp(topic)) {
                slowest = Math.min(slowest, topic.watermark());
            }
        }
        return slowest == Long.MAX_VALUE ? fastest : slowest;
    }

    private boolean holdsNobodyUp(Topic topic) {
        boolean live = isLive(topic.watermark());
        boolean silent = now - topic.lastRecordAt() >= (live ? idleMillis : idleMillis * PATIENCE_WITH_HISTORY);
        return silent || (!live && isLive(toldWatermark));
    }

    private boolean isLive(long watermark) {
        return watermark != WatermarkTracker.NOTHING && arrival - watermark < WatermarkTracker.LIVE_WITHIN;
    }

    /** Latest arrival, in epoch milliseconds. */
    public long arrival() {
        return arrival;
    }

    /** Whether there is nothing to read that anybody would wait for. */
    public boolean idle() {
        return topics.isEmpty()
                ? now - firstRecordAt >= idleMillis * PATIENCE_AT_START
                : topics.values().stream().allMatch(this::holdsNobodyUp);
    }
}
