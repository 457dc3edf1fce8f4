package io.biggerbox.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A product that is spoken about, day by day, with seeded chance and explicit dates. */
final class Scenario {

    static final String PRODUCT = "Box";
    static final String THEME = "too_small";

    /** One theme, and what it is called. */
    static final Themes NAMES = new Themes() {
        @Override
        public String nameOf(String theme) {
            return theme.equals(THEME) ? "Box too small" : theme;
        }

        @Override
        public @Nullable String parentOf(String theme) {
            return null;
        }
    };

    static final LocalDate START = LocalDate.of(2025, 1, 6);

    final MemoryStore store = new MemoryStore();
    final List<Alert> alerts = new ArrayList<>();
    private final RecurrenceEngine engine;
    private final Random random;
    private int day = (int) START.toEpochDay();
    private long customer;

    Scenario(double chronicPerWeek, long seed) {
        this(chronicPerWeek, seed, Themes.UNKNOWN, DecisionLog.NONE);
    }

    Scenario(double chronicPerWeek, long seed, Themes themes) {
        this(chronicPerWeek, seed, themes, DecisionLog.NONE);
    }

    Scenario(double chronicPerWeek, long seed, DecisionLog log) {
        this(chronicPerWeek, seed, Themes.UNKNOWN, log);
    }

    private Scenario(double chronicPerWeek, long seed, Themes themes, DecisionLog log) {
        engine = new EventTimeRecurrenceEngine(
                        SettingsBook.of(DetectionSettings.DEFAULTS.withChronicPerWeek(chronicPerWeek)), log)
                .with(themes);
        random = new Random(seed);
    }

    LocalDate today() {
        return LocalDate.ofEpochDay(day);
    }

    /** So many days with this mean of complaints and this volume of other feedback a day. */
    Scenario days(int count, double mean, int other) {
        for (int i = 0; i < count; i++) {
            day(poisson(mean), other);
        }
        return this;
    }

    /** So many days with these means of complaints by theme. */
    Scenario days(int count, Map<String, Double> means, int other) {
        for (int i = 0; i < count; i++) {
            List<Cell> cells = new ArrayList<>();
            new TreeMap<>(means).forEach((theme, mean) -> {
                int complaints = poisson(mean);
                for (int k = 0; k < complaints; k++) {
                    cells.add(complaint(theme, day * 24L + 8 + random.nextInt(12), day, 1));
                }
            });
            cells(cells, other);
        }
        return this;
    }

    /** Days on which nothing at all is heard, and only time passes. */
    Scenario silence(int days) {
        day += days;
        // The day is closed once events that are out of order have had their time.
        Instant until = now().plusSeconds(3 * 3600);
        alerts.addAll(engine.advance(store, PRODUCT, until, until));
        return this;
    }

    /** Whether the product has fallen silent. */
    @Nullable
    Silence heard() {
        return engine.silence(store, PRODUCT);
    }

    /** One day with exactly so many complaints. */
    Scenario day(int complaints, int other) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < complaints; i++) {
            cells.add(complaint(day * 24L + 8 + random.nextInt(12), day, 1));
        }
        feed(cells, other);
        day++;
        return this;
    }

    /** Lets events of the day arrive that say what the caller wants. */
    Scenario cells(List<Cell> cells, int other) {
        feed(cells, other);
        day++;
        return this;
    }

    private void feed(List<Cell> cells, int other) {
        List<Volume> volumes = new ArrayList<>();
        for (Cell cell : cells) {
            volumes.add(new Volume(cell.hour(), Math.max(0, cell.mentions())));
        }
        for (int i = 0; i < other; i++) {
            volumes.add(new Volume(day * 24L + 8 + i % 12, 1));
        }
        if (!volumes.isEmpty()) {
            Instant end = instant(day).plusSeconds(23 * 3600);
            alerts.addAll(engine.apply(store, new ProductBatch(PRODUCT, cells, volumes, end, end.plusSeconds(60))));
        }
    }

    Cell complaint(long hour, int experienceDay, int sign) {
        return complaint(THEME, hour, experienceDay, sign);
    }

    Cell complaint(String theme, long hour, int experienceDay, int sign) {
        return new Cell(
                theme,
                hour,
                experienceDay,
                sign,
                sign,
                sign,
                -0.5 * sign,
                0,
                0,
                0,
                100.0 * sign,
                sign,
                Map.of("premium", sign),
                sign > 0 ? List.of(++customer) : List.of(),
                List.of(),
                List.of(new Quote("It does not fit " + customer % 7, Instant.EPOCH, "f" + customer, "t", 0, customer)));
    }

    int epochDay() {
        return day;
    }

    List<Alert> say(AlertCommand command) {
        List<Alert> said = engine.apply(store, command, command.issuedAt());
        alerts.addAll(said);
        return said;
    }

    AlertCommand.DeclareChange change(String id, LocalDate effective) {
        return new AlertCommand.DeclareChange(
                id, PRODUCT, THEME, now(), "ana", "bigger box", instant((int) effective.toEpochDay()));
    }

    Instant now() {
        return instant(day);
    }

    private static Instant instant(int epochDay) {
        return LocalDate.ofEpochDay(epochDay).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    List<Alert> raises() {
        return alerts.stream().filter(Alerts::isRaise).toList();
    }

    List<Reason> reasons() {
        return raises().stream().map(Alert::reason).toList();
    }

    /** The last revision. */
    Alert last() {
        return alerts.get(alerts.size() - 1);
    }

    List<AlertState> states() {
        return alerts.stream().map(Alert::state).toList();
    }

    private int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            count++;
            product *= random.nextDouble();
        }
        return count;
    }
}
