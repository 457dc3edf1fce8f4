package io.biggerbox.recurrence;

/**
 * What customers are worth: a sum of yearly values and of the customers behind it. Kept in millionths, because
 * sums of floating-point numbers would depend on their order.
 */
final class Worth {

    private static final double MICRO = 1e6;

    private long value;
    private long customers;

    void add(double yearly, int of) {
        value += Double.isFinite(yearly) ? Math.round(yearly * MICRO) : 0;
        customers += of;
    }

    void add(Worth other) {
        value += other.value;
        customers += other.customers;
    }

    /** Yearly value of all, in the company's currency. */
    double total() {
        return Math.max(0, Math.rint(value / 1e4) / 1e2);
    }

    /** How many customers it is the value of. */
    long customers() {
        return Math.max(0, customers);
    }

    /** Yearly value of one of them; 0 when there are none. */
    double mean() {
        return customers <= 0 ? 0 : Math.max(0, value / MICRO / customers);
    }

    void write(ByteSink sink) {
        sink.number(value);
        sink.number(customers);
    }

    static Worth read(ByteSource source) {
        Worth worth = new Worth();
        worth.value = source.number();
        worth.customers = source.number();
        return worth;
    }
}
