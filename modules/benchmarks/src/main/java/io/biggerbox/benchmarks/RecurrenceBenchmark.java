package io.biggerbox.benchmarks;

import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.EventTimeRecurrenceEngine;
import io.biggerbox.recurrence.ProductBatch;
import io.biggerbox.recurrence.RecurrenceEngine;
import io.biggerbox.recurrence.SettingsBook;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the recurrence core costs per event on one thread, with many and with few series: {@link Traffic} after
 * {@value #HISTORY_DAYS} days of history, through the codecs, in and out of a store in memory.
 *
 * <p>The operation of the result is one event. An invocation takes 2,500,000 of them in: one day of a million series,
 * or a thousand days of a thousand series.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class RecurrenceBenchmark {

    static final int HISTORY_DAYS = 120;
    private static final int LARGEST = 1_000_000;
    private static final int EVENTS = (int) (LARGEST * Traffic.EVENTS_PER_DAY);
    private static final long FIRST_HOUR = 20_458L * 24;

    private final RecurrenceEngine engine = new EventTimeRecurrenceEngine(SettingsBook.of(DetectionSettings.DEFAULTS));

    /** How many series there are. */
    @Param({"1000", "1000000"})
    public int series;

    private Traffic traffic = new Traffic(Traffic.PRODUCTS * Traffic.THEMES, FIRST_HOUR);
    private CompactStore[] stores = new CompactStore[0];
    private List<Traffic.Hour> hours = List.of();

    /** Products that wait for time to pass, and until when; {@link Instant#MIN} when the engine is to be asked. */
    private final TreeMap<Integer, Instant> awake = new TreeMap<>();

    /** CPU time an event, in nanoseconds, of each invocation: what others do on the machine is not in it. */
    private final List<Long> cpu = new ArrayList<>();

    /** Plays the history of one company, and gives it to all. */
    @Setup(Level.Trial)
    public void history() {
        Map<String, String> names = new HashMap<>();
        stores = new CompactStore[series / Traffic.THEMES];
        for (int i = 0; i < Traffic.PRODUCTS; i++) {
            stores[i] = new CompactStore(names);
        }
        Traffic company = new Traffic(Traffic.PRODUCTS * Traffic.THEMES, FIRST_HOUR);
        for (int day = 0; day < HISTORY_DAYS; day++) {
            play(company, company.next(24));
        }
        for (int i = Traffic.PRODUCTS; i < stores.length; i++) {
            stores[i] = stores[i % Traffic.PRODUCTS].copy();
        }
        traffic = new Traffic(series, FIRST_HOUR + HISTORY_DAYS * 24L);
        for (int i = 0; i < stores.length; i++) {
            awake.put(i, Instant.MIN);
        }
    }

    /** Makes the events of an invocation, outside the time that is measured. */
    @Setup(Level.Invocation)
    public void events() {
        hours = traffic.next(24 * LARGEST / series);
    }

    /** Plays them. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int take() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        int alerts = play(traffic, hours);
        cpu.add((threads.getCurrentThreadCpuTime() - before) / EVENTS);
        return alerts;
    }

    /** Plays hours as the application does: products that wait for nothing sleep until something is said of them. */
    private int play(Traffic from, List<Traffic.Hour> list) {
        int alerts = 0;
        for (Traffic.Hour hour : list) {
            for (Map.Entry<Integer, ProductBatch> entry : hour.batches().entrySet()) {
                int product = entry.getKey();
                if (awake.put(product, Instant.MIN) == null) {
                    alerts += advance(from, product, hour.at().minus(Duration.ofHours(1)));
                }
                alerts += engine.apply(stores[product], entry.getValue()).size();
            }
            Iterator<Map.Entry<Integer, Instant>> entries = awake.entrySet().iterator();
            while (entries.hasNext()) {
                Map.Entry<Integer, Instant> entry = entries.next();
                int product = entry.getKey();
                Instant look = entry.getValue();
                if (look.equals(Instant.MIN)) {
                    look = engine.nextLook(stores[product], from.name(product));
                }
                if (look == null) {
                    entries.remove();
                } else if (look.isAfter(hour.at())) {
                    entry.setValue(look);
                } else {
                    alerts += advance(from, product, hour.at());
                    entry.setValue(Instant.MIN);
                }
            }
        }
        return alerts;
    }

    private int advance(Traffic from, int product, Instant until) {
        return engine.advance(stores[product], from.name(product), until, until).size();
    }

    /** Says how large the state has become, and what the CPU says about the cost. */
    @TearDown(Level.Trial)
    public void sizes() {
        StateSizes sizes = new StateSizes();
        for (CompactStore store : stores) {
            sizes.add(store);
        }
        System.out.println();
        System.out.println(sizes);
        System.out.println("CPU time in ns an event, by invocation: " + cpu);
    }
}
