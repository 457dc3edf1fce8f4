package io.biggerbox.service.monitor;

import io.biggerbox.topologies.detect.AlertListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long alerts take, from the arrival of the event that completes one until everybody can read it on its topic. Only
 * the process that decides on an alert measures it, so several processes measure each alert once; a decision whose
 * transaction is aborted is never seen on the topic and does not count. Thread-safe.
 */
public final class AlertLatency implements AlertListener {

    /** Decided and not yet read; more than that come only with history, of which nobody waits for each alert. */
    private static final int MOST_WAITING = 10_000;

    /** The newest ones, of which the report tells. */
    private static final int MOST_REMEMBERED = 1_000;

    private static final double MEDIAN = 0.5;
    private static final double ALMOST_ALL = 0.99;

    private final Map<Revision, Long> waiting = new LinkedHashMap<>();
    private final Deque<Duration> newest = new ArrayDeque<>();
    private long count;

    private record Revision(String alertId, long number) {}

    /**
     * How long the newest alerts took, at most a thousand of them.
     *
     * @param count alerts since the start of the process
     * @param medianSeconds half of the newest took at most so long; 0 before the first one
     * @param p99Seconds 99 of a hundred
     * @param maxSeconds the slowest
     */
    public record Summary(long count, double medianSeconds, double p99Seconds, double maxSeconds) {}

    /** Of a process that has decided nothing yet. */
    public AlertLatency() {}

    @Override
    public synchronized void completed(String alertId, long revision, long arrivedAt) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        waiting.put(new Revision(alertId, revision), arrivedAt);
    }

    /**
     * An alert was read on its topic.
     *
     * @param now in epoch milliseconds
     * @return how long it took; null when no event completed it, or another process decided on it
     */
    synchronized @Nullable Duration committed(String alertId, long revision, long now) {
        Long arrivedAt = waiting.remove(new Revision(alertId, revision));
        if (arrivedAt == null) {
            return null;
        }
        // the clocks of those who write events may be ahead of ours
        Duration latency = Duration.ofMillis(Math.max(0, now - arrivedAt));
        count++;
        newest.addLast(latency);
        if (newest.size() > MOST_REMEMBERED) {
            newest.removeFirst();
        }
        return latency;
    }

    /** How long the newest ones took. */
    public synchronized Summary summary() {
        double[] sorted = newest.stream()
                .mapToDouble(latency -> latency.toMillis() / 1000.0)
                .sorted()
                .toArray();
        return new Summary(count, quantile(sorted, MEDIAN), quantile(sorted, ALMOST_ALL), quantile(sorted, 1));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
