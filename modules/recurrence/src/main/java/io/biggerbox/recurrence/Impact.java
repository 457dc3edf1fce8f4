package io.biggerbox.recurrence;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who was hurt: totals of the last four to eight weeks while all is calm, and of the whole incident
 * while one is going on. Two tallies that take turns every four weeks give a window that moves
 * although a sketch cannot forget. The quotes of both are kept with the later one. At most about 2.5 KB, mostly quotes.
 */
final class Impact {

    static final int VERSION = 5;
    private static final int TURN_DAYS = 28;
    private static final long SECONDS_A_DAY = 86_400;

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
            Tally next = new Tally();
            earlier = new Tally();
            if (day - since < 2 * TURN_DAYS) {
                earlier = now;
                earlier.moveQuotesTo(next, Instant.ofEpochSecond(since * SECONDS_A_DAY));
            }
            now = next;
            since = day;
        }
    }

    /** Distinct customers of the {@link #total}. */
    long reach() {
        CustomerSketch customers = new CustomerSketch();
        customers.addAll(earlier.who().customers);
        customers.addAll(now.who().customers);
        return Tally.reach(customers, earlier.complainants + now.complainants);
    }

    Tally total() {
        Tally total = new Tally();
        total.addAll(earlier);
        total.addAll(now);
        return total;
    }

    /** Takes out what some feedback said, by their {@link Quotes#shortId}; true when there was something. */
    boolean forget(Set<String> shortIds) {
        boolean before = earlier.forget(shortIds);
        return now.forget(shortIds) || before;
    }

    byte[] encode() {
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
