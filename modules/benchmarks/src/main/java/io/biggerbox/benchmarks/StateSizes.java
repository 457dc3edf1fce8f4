package io.biggerbox.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** How many bytes a series takes: its days, its impact, its alert, and its share of what is kept for the product. */
final class StateSizes {

    /** What waits for its tick: gone when the day is closed, so no part of what a series takes. */
    private static final String PENDING = "q/";

    private int[] bytes = new int[1024];
    private int series;
    private long total;
    private long pending;

    /** Adds all series of a product; what belongs to no theme is shared out among them. */
    void add(CompactStore store) {
        TreeMap<String, Integer> own = new TreeMap<>();
        int[] shared = new int[1];
        store.scan("", (key, value) -> {
            int slash = key.indexOf('/');
            if (key.startsWith(PENDING)) {
                pending += value.length;
            } else if (slash < 0) {
                shared[0] += value.length;
            } else {
                own.merge(key.substring(slash + 1), value.length, Integer::sum);
            }
        });
        for (int size : List.copyOf(own.values())) {
            if (series == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * series);
            }
            bytes[series] = size + shared[0] / own.size();
            total += bytes[series];
            series++;
        }
    }

    @Override
    public String toString() {
        int[] sorted = Arrays.copyOf(bytes, series);
        Arrays.sort(sorted);
        return series == 0
                ? "no series"
                : String.format(
                        Locale.ROOT,
                        "%,d series with state; bytes a series: median %,d, 99 %% %,d, largest %,d, mean %,d;"
                                + " and a mean of %,d until the day is closed",
                        series,
                        sorted[series / 2],
                        sorted[(int) (series * 0.99)],
                        sorted[series - 1],
                        total / series,
                        pending / series);
    }
}
