package io.biggerbox.recurrence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Runs the engine over a set of {@code recurbench/generate.py} and writes {@code alerts.csv}.
 *
 * <p>Usage: {@code RecurBenchHarness SET ALERTS_CSV [TRACE_SERIES]}.
 */
public final class RecurBenchHarness {

    private static final int WEEK = 7;

    private final SettingsBook book;
    private final RecurrenceEngine engine;
    private final Map<String, MemoryStore> stores = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, TreeSet<Integer>> counted = new HashMap<>();
    private final Map<String, Set<Integer>> days = new HashMap<>();
    private final List<Alert> alerts = new ArrayList<>();
    private int events;

    private RecurBenchHarness(SettingsBook book) {
        this.book = book;
        engine = new EventTimeRecurrenceEngine(book);
    }

    /**
     * Runs.
     *
     * @param args set folder, file to write, and the series to trace, if any
     */
    public static void main(String[] args) throws IOException {
        Path set = Path.of(args[0]);
        SettingsBook.Builder builder = SettingsBook.builder(DetectionSettings.DEFAULTS);
        for (String[] row : rows(set.resolve("series.csv"))) {
            builder.theme(row[1], row[2], DetectionSettings.DEFAULTS.withChronicPerWeek(Double.parseDouble(row[3])));
        }
        List<String[]> fixes = rows(set.resolve("fixes.csv"));
        fixes.sort((a, b) -> a[1].compareTo(b[1]));
        RecurBenchHarness harness = new RecurBenchHarness(builder.build());
        List<String[]> events = rows(set.resolve("events.csv"));
        long start = System.nanoTime();
        int fix = 0;
        for (String[] row : events) {
            Instant arrival = Instant.parse(row[1]);
            while (fix < fixes.size() && !arrival.isBefore(Instant.parse(fixes.get(fix)[1]))) {
                harness.declare(fixes.get(fix++));
            }
            harness.event(row, arrival);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> lines = new ArrayList<>(List.of("series,alert_time,kind,state,generation,value"));
        for (Alert alert : harness.alerts) {
            String series = alert.product() + "/" + alert.theme();
            if (Alerts.isRaise(alert) || Alerts.isWorse(alert)) {
                lines.add(series + "," + alert.raisedAt() + ","
                        + alert.reason().name().toLowerCase(Locale.ROOT) + "," + alert.state() + ","
                        + alert.generation() + "," + alert.evidence().value());
            }
            if (args.length > 2 && args[2].equals(series)) {
                System.out.println(alert);
            }
        }
        Files.write(Path.of(args[1]), lines);
        harness.report(seconds);
    }

    private static List<String[]> rows(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return new ArrayList<>(
                    lines.skip(1).map(line -> line.split(",", -1)).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void declare(String[] row) {
        String[] name = row[0].split("/", 2);
        Instant at = Instant.parse(row[1]);
        alerts.addAll(engine.apply(
                stores.computeIfAbsent(name[0], key -> new MemoryStore()),
                new AlertCommand.DeclareChange("fix " + row[0] + row[1], name[0], name[1], at, "team", null, at),
                at));
    }

    private void event(String[] row, Instant arrival) {
        if (!seen.add(row[2])) {
            return;
        }
        Instant at = Instant.parse(row[0]);
        long hour = Math.floorDiv(at.getEpochSecond(), 3600L);
        int day = (int) Math.floorDiv(hour, 24L);
        List<Cell> cells = List.of();
        if ("negative".equals(row[6])) {
            cells = List.of(cell(row, hour, day));
        }
        events++;
        alerts.addAll(engine.apply(
                stores.computeIfAbsent(row[4], key -> new MemoryStore()),
                new ProductBatch(row[4], cells, List.of(new Volume(hour, 1)), at, arrival)));
    }

    /** The reduction that the topology does before the engine: once a day, and once in seven days. */
    private Cell cell(String[] row, long hour, int day) {
        String key = row[3] + " " + row[5];
        TreeSet<Integer> known = counted.computeIfAbsent(key, k -> new TreeSet<>());
        boolean fresh = known.subSet(day - WEEK + 1, day + WEEK).isEmpty();
        if (fresh) {
            known.add(day);
        }
        boolean ofDay = days.computeIfAbsent(key, k -> new HashSet<>()).add(day);
        return new Cell(
                row[5],
                hour,
                day,
                1,
                ofDay ? 1 : 0,
                fresh ? 1 : 0,
                -0.5,
                0,
                0,
                0,
                0,
                0,
                Map.of(),
                ofDay ? List.of((long) row[3].hashCode()) : List.of(),
                List.of(),
                List.of());
    }

    private void report(double seconds) {
        List<Integer> sizes = new ArrayList<>();
        int most = 0;
        for (MemoryStore store : stores.values()) {
            List<Integer> series = store.sizes("s/");
            List<Integer> impact = store.sizes("i/");
            for (int i = 0; i < series.size(); i++) {
                sizes.add(series.get(i) + (i < impact.size() ? impact.get(i) : 0));
            }
            for (int size : store.sizes("a/")) {
                most = Math.max(most, size);
            }
        }
        Collections.sort(sizes);
        System.out.printf(
                Locale.ROOT,
                "%d events in %.2f s = %.0f/s; bytes per series median %d max %d, alert max %d; %s%n",
                events,
                seconds,
                events / seconds,
                sizes.get(sizes.size() / 2),
                sizes.get(sizes.size() - 1),
                most,
                book.of("").getClass().getSimpleName());
    }
}
