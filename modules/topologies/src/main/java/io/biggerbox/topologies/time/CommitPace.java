package io.biggerbox.topologies.time;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Commits at once what is processed as it arrives, because somebody may be waiting for it. A backlog is committed as seldom as
 * {@code commit.interval.ms} says: the more comes together in one transaction, the less there is to do for all of it.
 *
 * <p>A source whose clock is more than three seconds slow looks like a backlog: what comes of its records comes up to a second later.
 */
public final class CommitPace {

    /** How often a live stream commits. */
    private static final Duration LIVE = Duration.ofMillis(100);

    /**
     * What arrived longer ago than this is a backlog. Several times the commit interval of a backlog: otherwise an application
     * that is behind for a moment would keep all behind it there for good.
     */
    private static final long BEHIND_MILLIS = 3_000;

    private final ProcessorContext<?, ?> context;
    private long arrival = WatermarkTracker.NOTHING;
    private boolean processed;

    private CommitPace(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /**
     * Sets the pace of the task that {@code context} belongs to; call it in {@code init}.
     *
     * @param context that of a processor which every record of the task passes
     */
    public static CommitPace of(ProcessorContext<?, ?> context) {
        CommitPace pace = new CommitPace(context);
        context.schedule(LIVE, PunctuationType.WALL_CLOCK_TIME, pace::look);
        return pace;
    }

    /**
     * Whether a record is part of a backlog.
     *
     * @param arrival when it arrived, in epoch milliseconds
     * @param wallClock now, in epoch milliseconds
     */
    public static boolean isBacklog(long arrival, long wallClock) {
        return wallClock - arrival > BEHIND_MILLIS;
    }

    /**
     * Notes a record.
     *
     * @param recordArrival in epoch milliseconds
     */
    public void processed(long recordArrival) {
        arrival = recordArrival;
        processed = true;
    }

    private void look(long now) {
        if (processed && !isBacklog(arrival, now)) {
            processed = false;
            context.commit();
        }
    }
}
