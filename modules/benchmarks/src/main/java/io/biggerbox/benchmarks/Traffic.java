package io.biggerbox.benchmarks;

import io.biggerbox.recurrence.Cell;
import io.biggerbox.recurrence.ProductBatch;
import io.biggerbox.recurrence.Quote;
import io.biggerbox.recurrence.Volume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Feedback about the products of companies, as the detect application hands it to the engine.
 *
 * <p>A series is a theme of a product. A company has {@value #PRODUCTS} products of {@value #THEMES} themes, unequal as
 * sales are: the product of rank r gets a share of r^−0.8, the theme of rank r one of 1/r (Zipf). As in RecurBench there are
 * {@value #EVENTS_PER_DAY} events a day and series on average, and {@value #COMPLAINTS} of them complain; the others are volume
 * only. Each complaint is another customer's, with a quote of about 90 characters, a tier and a yearly value. All
 * companies are alike, so an event among a million series differs from one among a thousand in nothing but that.
 *
 * <p>Events of one hour and product are one batch, with complaints about the same theme summed up in one cell.
 */
final class Traffic {

    static final int THEMES = 10;
    static final int PRODUCTS = 100;
    static final double EVENTS_PER_DAY = 2.5;
    static final double COMPLAINTS = 0.32;

    private static final double PRODUCT_SKEW = 0.8;
    private static final String TEXT = "The parcel came late again and nobody could tell me where it was, order ";

    private final SplittableRandom random = new SplittableRandom(20260105);
    private final String[] products;
    private final double[] productShares = shares(PRODUCTS, PRODUCT_SKEW);
    private final double[] themeShares = shares(THEMES, 1);
    private final String[] themes = new String[THEMES];
    private final double eventsPerHour;
    private double owed;
    private long hour;
    private long customers;

    /** What is said in one hour, by product. */
    record Hour(Instant at, Map<Integer, ProductBatch> batches) {}

    /**
     * Traffic of the hours from {@code firstHour} on.
     *
     * @param series a multiple of what one company has
     */
    Traffic(int series, long firstHour) {
        products = new String[series / THEMES];
        for (int i = 0; i < products.length; i++) {
            products[i] = "product-" + i;
        }
        for (int i = 0; i < THEMES; i++) {
            themes[i] = "delivery.reason-" + i;
        }
        eventsPerHour = series * EVENTS_PER_DAY / 24;
        hour = firstHour;
    }

    /** Sums of the shares of ranks 1 to {@code size}; the last one is 1. */
    private static double[] shares(int size, double skew) {
        double[] sums = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.pow(i + 1.0, -skew);
            sums[i] = sum;
        }
        for (int i = 0; i < size; i++) {
            sums[i] /= sum;
        }
        return sums;
    }

    int products() {
        return products.length;
    }

    String name(int product) {
        return products[product];
    }

    /** The next {@code count} hours. */
    List<Hour> next(int count) {
        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hours.add(next());
        }
        return hours;
    }

    private Hour next() {
        Instant now = Instant.ofEpochSecond(hour * 3600);
        Map<Integer, Sums> sums = new TreeMap<>();
        owed += eventsPerHour;
        for (; owed >= 1; owed--) {
            int product = random.nextInt(products.length / PRODUCTS) * PRODUCTS + draw(productShares);
            sums.computeIfAbsent(product, key -> new Sums()).add(draw(themeShares), random.nextDouble() < COMPLAINTS);
        }
        Map<Integer, ProductBatch> batches = new TreeMap<>();
        sums.forEach((product, sum) -> batches.put(product, sum.batch(products[product], now)));
        hour++;
        return new Hour(now, batches);
    }

    private int draw(double[] sums) {
        double at = random.nextDouble();
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What one product receives in one hour. */
    private final class Sums {

        private int volume;
        private final int[] complaints = new int[THEMES];

        void add(int theme, boolean complaint) {
            volume++;
            complaints[theme] += complaint ? 1 : 0;
        }

        ProductBatch batch(String product, Instant now) {
            List<Cell> cells = new ArrayList<>();
            for (int theme = 0; theme < THEMES; theme++) {
                if (complaints[theme] > 0) {
                    cells.add(cell(theme, complaints[theme], now));
                }
            }
            return new ProductBatch(product, cells, List.of(new Volume(hour, volume)), now, now);
        }

        private Cell cell(int theme, int count, Instant now) {
            List<Long> hashes = new ArrayList<>();
            List<Quote> quotes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                customers++;
                hashes.add(customers);
                if (quotes.size() < 3) {
                    quotes.add(
                            new Quote(TEXT + customers, now, "reviews:shop:" + customers, "voc.reviews", 3, customers));
                }
            }
            return new Cell(
                    themes[theme],
                    hour,
                    (int) Math.floorDiv(hour, 24L),
                    count,
                    count,
                    count,
                    -0.6 * count,
                    0,
                    0,
                    0,
                    120.0 * count,
                    count,
                    Map.of(customers % 5 == 0 ? "premium" : "standard", count),
                    hashes,
                    List.of(),
                    quotes);
        }
    }
}
