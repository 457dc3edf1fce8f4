package io.biggerbox.recurrence;

import java.util.TreeMap;

/** Who complained, and in which words: bounded, and the same in whatever order they came. */
final class Who {

    private static final int TIERS = 16;
    private static final int NAME = 48;

    /** Complaining customers by tier. */
    final TreeMap<String, Long> tiers = new TreeMap<>();

    final CustomerSketch customers;
    final Quotes quotes;

    Who() {
        customers = new CustomerSketch();
        quotes = new Quotes();
    }

    /** Reads what {@link #write} wrote. */
    Who(ByteSource source) {
        int tierCount = source.length();
        for (int i = 0; i < tierCount; i++) {
            tiers.put(source.textOrEmpty(), source.number());
        }
        customers = CustomerSketch.read(source);
        quotes = Quotes.read(source);
    }

    void add(Cell cell) {
        cell.tiers().forEach((tier, count) -> addTier(tier, count));
        cell.customers().forEach(customers::add);
        cell.gone().forEach(customers::remove);
        if (cell.mentions() >= 0) {
            quotes.add(cell.quotes());
        }
    }

    void addAll(Who other) {
        other.tiers.forEach(this::addTier);
        customers.addAll(other.customers);
        quotes.addAll(other.quotes);
    }

    /** A hostile source could invent a tier per event: beyond a bound the rest is summed as "other". */
    private void addTier(String tier, long count) {
        String name = tier.length() > NAME ? tier.substring(0, NAME) : tier;
        tiers.merge(tiers.containsKey(name) || tiers.size() < TIERS - 1 ? name : "other", count, Long::sum);
    }

    void write(ByteSink sink) {
        sink.number(tiers.size());
        tiers.forEach((tier, count) -> {
            sink.text(tier);
            sink.number(count);
        });
        customers.write(sink);
        quotes.write(sink);
    }
}
