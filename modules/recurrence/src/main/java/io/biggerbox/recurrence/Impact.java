package io.biggerbox.recurrence;

import org.jspecify.annotations.Nullable;

/**
 * Who was hurt: totals of the last four to eight weeks while all is calm, and of the whole incident
 * while one is going on. Two tallies that take turns every four weeks give a window that moves
 * although a sketch cannot forget. At most about 2.5 KB, mostly quotes.
 */
final class Impact {

    private static final int VERSION = 3;
    private static final int TURN_DAYS = 28;

    private Tally earlier = new Tally();
    private Tally now = new Tally();
    private int since;

    Impact(int day) {
        since = day;
    }

    void add(Tally tally) {
        now.addAll(tally);
    }

    /** Forgets what is older than two turns, unless an incident is going on. */
    void moveTo(int day, boolean incident) {
        if (!incident && day - since >= TURN_DAYS) {
            earlier = day - since < 2 * TURN_DAYS ? now : new Tally();
            now = new Tally();
            since = day;
        }
    }

    Tally total() {
        Tally total = new Tally();
        total.addAll(earlier);
        total.addAll(now);
        return total;
    }

    byte[] encode() {
        // Of the earlier ones only those that still are among the newest.
        if (!earlier.quotes.isEmpty() && !now.quotes.isEmpty()) {
            Quotes newest = new Quotes();
            newest.addAll(now.quotes);
            newest.addAll(earlier.quotes);
            earlier.quotes.retain(newest);
        }
        ByteSink sink = new ByteSink(VERSION);
        sink.number(since);
        earlier.write(sink);
        now.write(sink);
        return sink.done();
    }

    static Impact decode(byte @Nullable [] bytes, int day) {
        if (bytes == null) {
            return new Impact(day);
        }
        ByteSource source = new ByteSource(bytes, VERSION, "impact");
        Impact impact = new Impact(source.integer());
        impact.earlier = Tally.read(source);
        impact.now = Tally.read(source);
        return impact;
    }
}
