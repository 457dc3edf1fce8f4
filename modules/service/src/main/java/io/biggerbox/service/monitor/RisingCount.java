package io.biggerbox.service.monitor;

/**
 * A count that never falls, made of sums that do: the counters of a thread that dies, or of a task that moves to another
 * process, go with it.
 */
final class RisingCount {

    private double last;
    private double total;

    /** Takes the next sum and says how far the count is. */
    double next(double sum) {
        total += Math.max(0, sum - last);
        last = sum;
        return total;
    }
}
