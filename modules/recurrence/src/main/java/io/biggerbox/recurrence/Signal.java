package io.biggerbox.recurrence;

/**
 * What a test found.
 *
 * @param reason which kind of recurrence
 * @param from first day of the window
 * @param to last day of the window, inclusive
 * @param seen complaining customers in the window
 * @param expected what the reference expects there
 * @param statistic name of the test
 * @param value its value
 * @param threshold value from which it counts
 * @param onset day on which the problem is judged to have begun
 * @param reference customers per exposed day before it
 */
record Signal(
        Reason reason,
        int from,
        int to,
        long seen,
        double expected,
        String statistic,
        double value,
        double threshold,
        int onset,
        double reference) {

    Signal as(Reason other) {
        return new Signal(other, from, to, seen, expected, statistic, value, threshold, onset, reference);
    }

    void write(ByteSink sink) {
        sink.text(reason.name());
        sink.number(from);
        sink.number(to);
        sink.number(seen);
        sink.real(expected);
        sink.text(statistic);
        sink.real(value);
        sink.real(threshold);
        sink.number(onset);
        sink.real(reference);
    }

    static Signal read(ByteSource source) {
        Reason reason = source.name(Reason.class);
        return new Signal(
                reason == null ? Reason.SURGE : reason,
                source.integer(),
                source.integer(),
                source.number(),
                source.real(),
                source.textOrEmpty(),
                source.real(),
                source.real(),
                source.integer(),
                source.real());
    }
}
