package io.biggerbox.service.monitor;

/**
 * What an application has yet to process of one topic.
 *
 * @param records how many records at most: markers that end transactions are counted with them
 * @param seconds how long the oldest of them has been waiting since it arrived; 0 when there is none
 * @param eventSeconds event time from the oldest of them to the newest on the topic: hours for a live stream that is
 *     behind, years for history; 0 when there is none, or where records have no event time
 */
public record Backlog(long records, double seconds, double eventSeconds) {

    /** Nothing to do. */
    public static final Backlog NONE = new Backlog(0, 0, 0);

    /** Both together. */
    Backlog plus(Backlog other) {
        return new Backlog(
                records + other.records, Math.max(seconds, other.seconds), Math.max(eventSeconds, other.eventSeconds));
    }
}
