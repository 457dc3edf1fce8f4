package io.biggerbox.recurrence;

import java.util.TreeMap;

/**
 * What complaints add up to: sums that do not depend on the order in which they came. Money and
 * sentiment are kept in millionths, because sums of floating-point numbers would.
 */
final class Tally {

    private static final int TIERS = 16;
    private static final int NAME = 48;
    private static final double MICRO = 1e6;

    long mentions;
    long complainants;
    long sentiment;
    long leavers;
    long exceptions;
    long userErrors;
    final Worth worth = new Worth();
    final TreeMap<String, Long> tiers = new TreeMap<>();
    CustomerSketch customers = new CustomerSketch();
    Quotes quotes = new Quotes();

    void add(Cell cell) {
        mentions += cell.mentions();
        complainants += cell.complainants();
        sentiment += micro(cell.sentimentSum());
        leavers += cell.leavers();
        exceptions += cell.exceptions();
        userErrors += cell.userErrors();
        worth.add(cell.valueAtRisk(), cell.valued());
        cell.tiers().forEach((tier, count) -> addTier(tier, count));
        cell.customers().forEach(customers::add);
        if (cell.mentions() >= 0) {
            quotes.add(cell.quotes());
        }
    }

    void addAll(Tally other) {
        mentions += other.mentions;
        complainants += other.complainants;
        sentiment += other.sentiment;
        leavers += other.leavers;
        exceptions += other.exceptions;
        userErrors += other.userErrors;
        worth.add(other.worth);
        other.tiers.forEach(this::addTier);
        customers.addAll(other.customers);
        quotes.addAll(other.quotes);
    }

    double meanSentiment() {
        return mentions <= 0 ? 0 : Math.max(-1, Math.min(1, Math.rint(sentiment / 1e3 / mentions) / 1e3));
    }

    /** Distinct customers; callers that pass no hashes are served with the count of complainants. */
    long reach() {
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

    /** A hostile source could invent a tier per event: beyond a bound the rest is summed as "other". */
    private void addTier(String tier, long count) {
        String name = tier.length() > NAME ? tier.substring(0, NAME) : tier;
        tiers.merge(tiers.containsKey(name) || tiers.size() < TIERS - 1 ? name : "other", count, Long::sum);
    }

    void write(ByteSink sink) {
        sink.number(mentions);
        sink.number(complainants);
        sink.number(sentiment);
        sink.number(leavers);
        sink.number(exceptions);
        sink.number(userErrors);
        worth.write(sink);
        sink.number(tiers.size());
        tiers.forEach((tier, count) -> {
            sink.text(tier);
            sink.number(count);
        });
        customers.write(sink);
        quotes.write(sink);
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
        int tierCount = source.length();
        for (int i = 0; i < tierCount; i++) {
            tally.tiers.put(source.textOrEmpty(), source.number());
        }
        tally.customers = CustomerSketch.read(source);
        tally.quotes = Quotes.read(source);
        return tally;
    }
}
