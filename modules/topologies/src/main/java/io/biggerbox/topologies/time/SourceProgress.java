package io.biggerbox.topologies.time;

import io.biggerbox.topologies.state.SourceMark;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

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
 *
 * <p>Which topics were being read is kept: otherwise a task that starts anew would hear from one of them first, take it for
 * the only one, and make all that the others have yet to bring late.
 */
public final class SourceProgress {

    /**
     * So many times longer than of a live stream is waited for a topic of history: nobody waits for alerts about last year,
     * and one that pauses has rarely ended.
     */
    public static final int PATIENCE_WITH_HISTORY = 30;

    /** A live topic of which nothing has been read since the start may be about to speak. */
    private static final int PATIENCE_AT_START = 10;

    /** What is kept is taken up to date when event time has moved by so much: a restart may begin a little further back. */
    private static final long KEPT_WITHIN = Duration.ofMinutes(10).toMillis();

    private static final String TOLD = "told";
    private static final String TOPIC = "topic-";

    private final KeyValueStore<String, SourceMark> store;
    private final Map<String, SourceMark> kept = new HashMap<>();
    private final long lingerMillis;
    private final long idleMillis;
    private final Map<String, Topic> topics = new TreeMap<>();
    private long arrival = WatermarkTracker.NOTHING;
    private long firstArrival = WatermarkTracker.NOTHING;
    private long firstRecordAt = WatermarkTracker.NOTHING;
    private long now;
    private long toldWatermark = WatermarkTracker.NOTHING;
    private boolean toldIdle;

    /** How far one topic has come, and when it was last heard of; {@code awaited} when it has not been since the start. */
    private record Topic(long watermark, long lastRecordAt, boolean awaited) {}

    /**
     * Goes on where the task left off.
     *
     * @param store keeps which topics were being read before a restart
     * @param linger how long, in arrival time, changes are held
     * @param idleAfter wall-clock time without a record after which a topic, or the task, is idle; 0 when
     *     records come in the right order already
     * @param wallClock now, in epoch milliseconds
     */
    public SourceProgress(
            KeyValueStore<String, SourceMark> store, Duration linger, Duration idleAfter, long wallClock) {
        this.store = store;
        lingerMillis = linger.toMillis();
        idleMillis = idleAfter.toMillis();
        now = wallClock;
        firstRecordAt = wallClock;
        try (KeyValueIterator<String, SourceMark> marks = store.all()) {
            marks.forEachRemaining(mark -> recall(mark, wallClock));
        }
    }

    private void recall(KeyValue<String, SourceMark> entry, long wallClock) {
        SourceMark mark = entry.value;
        kept.put(entry.key, mark);
        arrival = Math.max(arrival, mark.getArrival());
        if (entry.key.equals(TOLD)) {
            toldWatermark = mark.getWatermark();
        } else {
            topics.put(entry.key.substring(TOPIC.length()), new Topic(mark.getWatermark(), wallClock, true));
        }
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
                new Topic(Math.min(eventTime, recordArrival), wallClock, false),
                (old, news) -> new Topic(Math.max(old.watermark(), news.watermark()), wallClock, false));
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
        remember();
        return news;
    }

    /** Of a topic that holds nobody up nothing is kept: after a restart there may be much to read of it, or nothing. */
    private void remember() {
        topics.forEach((name, topic) ->
                keep(TOPIC + name, holdsNobodyUp(topic) ? null : new SourceMark(topic.watermark(), arrival)));
        if (toldWatermark != WatermarkTracker.NOTHING) {
            keep(TOLD, new SourceMark(toldWatermark, arrival));
        }
    }

    private void keep(String key, @Nullable SourceMark mark) {
        SourceMark before = kept.get(key);
        boolean same = mark == null
                ? before == null
                : before != null && Math.abs(mark.getWatermark() - before.getWatermark()) < KEPT_WITHIN;
        if (same) {
            return;
        }
        store.put(key, mark);
        if (mark == null) {
            kept.remove(key);
        } else {
            kept.put(key, mark);
        }
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
        int patience = !live ? PATIENCE_WITH_HISTORY : topic.awaited() ? PATIENCE_AT_START : 1;
        boolean silent = now - topic.lastRecordAt() >= idleMillis * patience;
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
                // Whoever writes what it is to read may have been killed: as long as for history, which it may be.
                ? now - firstRecordAt >= idleMillis * PATIENCE_WITH_HISTORY
                : topics.values().stream().allMatch(this::holdsNobodyUp);
    }
}
