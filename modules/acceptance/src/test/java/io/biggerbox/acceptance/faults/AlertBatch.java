package io.biggerbox.acceptance.faults;

import io.biggerbox.acceptance.support.Opinions.Opinion;
import io.biggerbox.acceptance.support.Opinions.Stance;
import io.biggerbox.recurrence.Alert;
import io.biggerbox.recurrence.Cell;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.EventTimeRecurrenceEngine;
import io.biggerbox.recurrence.ProductBatch;
import io.biggerbox.recurrence.RecurrenceEngine;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.recurrence.StateStore;
import io.biggerbox.recurrence.Volume;
import io.biggerbox.text.SentimentLabel;
import io.biggerbox.topologies.ledger.CustomerHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The alerts that must have been raised, computed in one go: who complained is counted by the rules of docs/detection.md over
 * the whole history at once, and the engine gets hour after hour in order.
 */
final class AlertBatch {

    private static final long HOUR_SECONDS = 3_600;
    private static final int HOURS_A_DAY = 24;
    private static final int DAYS_COUNTED_ONCE = 7;

    private final RecurrenceEngine engine = new EventTimeRecurrenceEngine(SettingsBook.of(DetectionSettings.DEFAULTS));
    private final Map<String, Product> products = new TreeMap<>();

    private record Complaint(String theme, String customer, long hour, long units, boolean leaving) {

        long day() {
            return Math.floorDiv(hour, HOURS_A_DAY);
        }
    }

    private static final class Product {
        private final List<Complaint> complaints = new ArrayList<>();
        private final Map<Long, Integer> volumes = new TreeMap<>();
    }

    /** Adds what the last revision of a source record says. */
    void add(Opinion said) {
        Product product = products.computeIfAbsent(said.product(), name -> new Product());
        long hour = Math.floorDiv(said.at().getEpochSecond(), HOUR_SECONDS);
        product.volumes.merge(hour, 1, Integer::sum);
        for (Stance stance : said.mentions()) {
            if (stance.polarity() == SentimentLabel.NEGATIVE) {
                product.complaints.add(
                        new Complaint(stance.theme(), said.customer(), hour, stance.units(), said.leaving()));
            }
        }
    }

    /**
     * Everything that is decided up to {@code until}.
     *
     * @param until event time that has come when nothing follows
     */
    List<Decision> decisions(Instant until) {
        return products.entrySet().stream()
                .flatMap(product -> decisions(product.getKey(), product.getValue(), until))
                .toList();
    }

    private Stream<Decision> decisions(String name, Product product, Instant until) {
        StateStore store = new MapStore();
        Map<Long, Map<String, Sum>> hours = new TreeMap<>();
        count(product.complaints, hours);
        List<Alert> alerts = new ArrayList<>();
        product.volumes.forEach((hour, volume) -> {
            List<Cell> cells = hours.getOrDefault(hour, Map.of()).entrySet().stream()
                    .map(sum -> sum.getValue().cell(sum.getKey(), hour))
                    .toList();
            Instant at = Instant.ofEpochSecond(hour * HOUR_SECONDS);
            alerts.addAll(
                    engine.apply(store, new ProductBatch(name, cells, List.of(new Volume(hour, volume)), at, until)));
        });
        alerts.addAll(engine.advance(store, name, until, until));
        return alerts.stream().map(Decision::of);
    }

    /** A customer counts once a day about a theme, where they first complain; and of those days, once in seven. */
    private static void count(List<Complaint> complaints, Map<Long, Map<String, Sum>> hours) {
        complaints.sort(Comparator.comparing(Complaint::theme)
                .thenComparing(Complaint::customer)
                .thenComparingLong(Complaint::hour));
        Complaint before = null;
        long counted = Long.MIN_VALUE;
        for (Complaint complaint : complaints) {
            Sum sum = hours.computeIfAbsent(complaint.hour(), hour -> new TreeMap<>())
                    .computeIfAbsent(complaint.theme(), theme -> new Sum());
            sum.mentions++;
            sum.units += complaint.units();
            sum.leavers += complaint.leaving() ? 1 : 0;
            boolean again = before != null
                    && before.theme().equals(complaint.theme())
                    && before.customer().equals(complaint.customer());
            if (!again) {
                counted = Long.MIN_VALUE;
            }
            if (before == null || !again || before.day() != complaint.day()) {
                sum.customersOfDay++;
                sum.customers.add(CustomerHash.of(complaint.customer()));
                if (counted == Long.MIN_VALUE || complaint.day() - counted >= DAYS_COUNTED_ONCE) {
                    sum.complainants++;
                    counted = complaint.day();
                }
            }
            before = complaint;
        }
    }

    private static final class Sum {
        private int mentions;
        private int customersOfDay;
        private int complainants;
        private int leavers;
        private long units;
        private final List<Long> customers = new ArrayList<>();

        Cell cell(String theme, long hour) {
            return new Cell(
                    theme,
                    hour,
                    (int) Math.floorDiv(hour, HOURS_A_DAY),
                    mentions,
                    customersOfDay,
                    complainants,
                    units / 10_000.0,
                    leavers,
                    0,
                    0,
                    0,
                    0,
                    Map.of(),
                    customers,
                    List.of(),
                    List.of());
        }
    }

    private static final class MapStore implements StateStore {
        private final Map<String, byte[]> entries = new HashMap<>();

        @Override
        public byte @Nullable [] get(String key) {
            return entries.get(key);
        }

        @Override
        public void put(String key, byte @Nullable [] value) {
            if (value == null) {
                entries.remove(key);
            } else {
                entries.put(key, value);
            }
        }

        @Override
        public void scan(String prefix, BiConsumer<String, byte[]> action) {
            entries.keySet().stream()
                    .filter(key -> key.startsWith(prefix))
                    .sorted()
                    .forEach(key -> action.accept(key, entries.get(key)));
        }
    }
}
