package io.biggerbox.topologies.time;

import io.biggerbox.topologies.state.SourceMark;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How far event time has come for a task that hears from several source partitions: as far as the
 * slowest partition that still has something to read. A partition that is idle holds nobody up; one that
 * has not been heard of since the start is waited for, but not for ever. Once event time is live, a
 * partition that reads history is not waited for: what it brings is late already.
 *
 * <p>Which partitions were being read is kept: otherwise a task that starts anew, while the instance that reads one of
 * them has been killed too, would take it for missing and make all that it has yet to bring late.
 */
public final class WatermarkTracker {

    /** Event time before anything has been heard. */
    public static final long NOTHING = Long.MIN_VALUE;

    /** A stream is live when its newest event is not much older than its arrival; otherwise it is history. */
    public static final long LIVE_WITHIN = Duration.ofDays(2).toMillis();

    private static final String OWN = "own";

    private final KeyValueStore<String, SourceMark> store;
    private final int sources;
    private final long missingAfter;
    private final long startedAt;
    private final Map<Integer, Source> heard = new TreeMap<>();
    private long current = NOTHING;
    private long arrival = NOTHING;

    /** What a source has said; {@code kept} when it said so before the restart of this task. */
    private record Source(long watermark, boolean idle, boolean kept) {

        /** What counts after {@code word}: a source never goes back, unless it has started anew as well. */
        Source then(long word, boolean nowIdle) {
            boolean anew = kept && word != NOTHING;
            return new Source(anew ? word : Math.max(watermark, word), nowIdle, false);
        }
    }

    /**
     * Goes on where the task left off.
     *
     * @param store keeps how far each source had come before a restart
     * @param sources how many source partitions there are
     * @param missingAfter how long a source that was not heard of since the start is waited for, in wall-clock time
     * @param wallClock now, in epoch milliseconds
     */
    public WatermarkTracker(
            KeyValueStore<String, SourceMark> store, int sources, Duration missingAfter, long wallClock) {
        this.store = store;
        this.sources = sources;
        this.missingAfter = missingAfter.toMillis();
        startedAt = wallClock;
        SourceMark mark = store.get(OWN);
        if (mark != null) {
            current = mark.getWatermark();
            arrival = mark.getArrival();
        }
        for (int partition = 0; partition < sources; partition++) {
            SourceMark reading = store.get(key(partition));
            if (reading != null) {
                heard.put(partition, new Source(reading.getWatermark(), false, true));
            }
        }
    }

    private static String key(int partition) {
        return "reading-" + partition;
    }

    /**
     * Hears from a source.
     *
     * @param partition of the source
     * @param watermark event time that it has reached, in epoch milliseconds; {@link #NOTHING} when it
     *     has read nothing yet
     * @param idle whether it has nothing to read
     * @param latestArrival the latest arrival it has seen, in epoch milliseconds
     * @param wallClock now, in epoch milliseconds
     * @return true when event time moved on
     */
    public boolean hear(int partition, long watermark, boolean idle, long latestArrival, long wallClock) {
        Source before = heard.get(partition);
        Source now = before == null ? new Source(watermark, idle, false) : before.then(watermark, idle);
        arrival = Math.max(arrival, latestArrival);
        if (!now.equals(before)) {
            heard.put(partition, now);
            remember(partition, now);
        }
        return settle(wallClock);
    }

    /** Of an idle source nothing is kept: after a restart there may be much for it to read. */
    private void remember(int partition, Source source) {
        store.put(key(partition), source.idle() ? null : new SourceMark(source.watermark(), arrival));
    }

    /**
     * Looks again, because wall-clock time has passed. When all sources are idle and the stream is live,
     * which is to say that its newest event is not much older than its arrival, event time follows the
     * wall clock at a distance. It does not after an import of history, of which more may come.
     *
     * @param wallClock now, in epoch milliseconds
     * @param distance how far behind the wall clock a quiet live stream follows
     * @return true when event time moved on
     */
    public boolean lookAgain(long wallClock, Duration distance) {
        boolean moved = settle(wallClock);
        boolean quiet = !heard.isEmpty() && heard.values().stream().allMatch(Source::idle);
        return (quiet && isLive() && moveTo(wallClock - distance.toMillis())) || moved;
    }

    private boolean settle(long wallClock) {
        boolean complete = heard.size() >= sources || wallClock - startedAt >= missingAfter;
        if (!complete) {
            return false;
        }
        long slowest = Long.MAX_VALUE;
        long fastest = NOTHING;
        for (Source source : heard.values()) {
            fastest = Math.max(fastest, source.watermark());
            if (!source.idle() && !isHistoryBesideALiveStream(source)) {
                slowest = Math.min(slowest, source.watermark());
            }
        }
        return moveTo(slowest == Long.MAX_VALUE ? fastest : slowest);
    }

    private boolean isLive() {
        return current != NOTHING && arrival - current < LIVE_WITHIN;
    }

    private boolean isHistoryBesideALiveStream(Source source) {
        return source.watermark() != NOTHING && isLive() && source.watermark() < current - LIVE_WITHIN;
    }

    private boolean moveTo(long watermark) {
        if (watermark <= current) {
            return false;
        }
        current = watermark;
        store.put(OWN, new SourceMark(current, arrival));
        return true;
    }

    /** Event time in epoch milliseconds, or {@link #NOTHING}. Never goes back. */
    public long current() {
        return current;
    }

    /** The latest arrival at any source, in epoch milliseconds, or {@link #NOTHING}. */
    public long arrival() {
        return arrival;
    }
}
