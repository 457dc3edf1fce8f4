package io.biggerbox.recurrence;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What complaints add up to: sums that do not depend on the order in which they came. Money and
 * sentiment are kept in millionths, because sums of floating-point numbers would.
 */
final class Tally {

    private static final double MICRO = 1e6;

    long mentions;
    long complainants;
    long sentiment;
    long leavers;
    long exceptions;
    long userErrors;
    final Worth worth = new Worth();

    /** Who complained, as it was stored; null since somebody was added. */
    private @Nullable Bytes stored = Bytes.NONE;

    private @Nullable Who who;

    void add(Cell cell) {
        mentions += cell.mentions();
        complainants += cell.complainants();
        sentiment += micro(cell.sentimentSum());
        leavers += cell.leavers();
        exceptions += cell.exceptions();
        userErrors += cell.userErrors();
        worth.add(cell.valueAtRisk(), cell.valued());
        toChange().add(cell);
    }

    void addAll(Tally other) {
        mentions += other.mentions;
        complainants += other.complainants;
        sentiment += other.sentiment;
        leavers += other.leavers;
        exceptions += other.exceptions;
        userErrors += other.userErrors;
        worth.add(other.worth);
        toChange().addAll(other.who());
    }

    /** Who complained: mostly it is just stored again, so it is decoded only when somebody asks. */
    Who who() {
        Who known = who;
        if (known == null) {
            known = stored == null || stored.isEmpty() ? new Who() : new Who(stored.open("who complained"));
            who = known;
        }
        return known;
    }

    private Who toChange() {
        Who known = who();
        stored = null;
        return known;
    }

    /** Takes the quotes out and passes those on that are not older than {@code oldest}. */
    void moveQuotesTo(Tally next, Instant oldest) {
        Quotes quotes = who().quotes;
        if (!quotes.isEmpty()) {
            next.toChange()
                    .quotes
                    .add(quotes.list().stream()
                            .filter(quote -> !quote.at().isBefore(oldest))
                            .toList());
            toChange().quotes.clear();
        }
    }

    /** Takes out what some feedback said, by their {@link Quotes#shortId}; true when there was something. */
    boolean forget(Set<String> shortIds) {
        boolean found = who().quotes.forget(shortIds);
        if (found) {
            stored = null;
        }
        return found;
    }

    double meanSentiment() {
        return mentions <= 0 ? 0 : Math.max(-1, Math.min(1, Math.rint(sentiment / 1e3 / mentions) / 1e3));
    }

    /** Distinct customers; callers that pass no hashes are served with the count of complainants. */
    long reach() {
        return reach(who().customers, complainants);
    }

    static long reach(CustomerSketch customers, long complainants) {
        long distinct = customers.count();
        return distinct > 0 ? distinct : Math.max(0, complainants);
    }

    /**
     * Part of the {@code complainants} that are other customers: one who complains again after a week counts
     * among them again, which their tier and yearly value must not.
     */
    double distinctShare() {
        return complainants <= 0 ? 0 : Math.min(1, (double) reach() / complainants);
    }

    private static long micro(double value) {
        return Double.isFinite(value) ? Math.round(value * MICRO) : 0;
    }

    void write(ByteSink sink) {
        sink.number(mentions);
        sink.number(complainants);
        sink.number(sentiment);
        sink.number(leavers);
        sink.number(exceptions);
        sink.number(userErrors);
        worth.write(sink);
        if (stored == null) {
            sink.part(who()::write);
        } else {
            sink.part(stored);
        }
    }

    static Tally read(ByteSource source) {
        Tally tally = new Tally();
        tally.mentions = source.number();
        tally.complainants = source.number();
        tally.sentiment = source.number();
        tally.leavers = source.number();
        tally.exceptions = source.number();
        tally.userErrors = source.number();
        tally.worth.add(Worth.read(source));
        tally.stored = source.part();
        return tally;
    }
}
