package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** The same events give the same alerts, however they are cut, shuffled within the grace, or restarted. */
class BatchCutPropertiesTest {

    private static final long START = 20_100L * 24;

    private final RecurrenceEngine engine = new EventTimeRecurrenceEngine(SettingsBook.of(DetectionSettings.DEFAULTS));

    private record Event(long second, Cell cell) {}

    private record Arrived(long second, Event event) {}

    /** As late as {@link DetectionSettings#disorderHours()} allows. */
    private static final int DISORDER_SECONDS = DetectionSettings.DEFAULTS.disorderHours() * 3600;

    /** What teams say, and when; what is late stays on its side of it. */
    private static final List<AlertCommand> COMMANDS = List.of(
            new AlertCommand.Acknowledge("ack", "p", "t1", day(66), "ana", null),
            new AlertCommand.DeclareChange("fix", "p", "t1", day(70), "ana", null, day(69)),
            new AlertCommand.Mute("mute", "p", "t2", day(72), "ana", null, day(79)),
            new AlertCommand.DeclareChange("later", "p", "t2", day(81), "ana", null, day(84)));

    private static Instant day(int day) {
        return Instant.ofEpochSecond((START + day * 24L) * 3600 + 7 * 3600 + 1800);
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void cutsAndOrderWithinTheGraceChangeNothing(@ForAll long seed) {
        List<List<Event>> events = betweenCommands(events(new Random(seed)));
        List<String> expected = run(events, null);
        assertThat(expected).hasSizeGreaterThan(3);
        assertThat(run(events, new Random(seed + 1))).isEqualTo(expected);
        Random shuffle = new Random(seed + 2);
        List<List<Event>> late = new ArrayList<>();
        for (List<Event> part : events) {
            List<Arrived> arrived = new ArrayList<>();
            part.forEach(event -> arrived.add(new Arrived(event.second() + shuffle.nextInt(DISORDER_SECONDS), event)));
            arrived.sort(Comparator.comparingLong(Arrived::second));
            late.add(arrived.stream().map(Arrived::event).toList());
        }
        assertThat(run(late, new Random(seed + 3))).isEqualTo(expected);
    }

    private static List<List<Event>> betweenCommands(List<Event> events) {
        List<List<Event>> parts = new ArrayList<>();
        int from = 0;
        for (AlertCommand command : COMMANDS) {
            int to = from;
            while (to < events.size()
                    && events.get(to).second() < command.issuedAt().getEpochSecond()) {
                to++;
            }
            parts.add(events.subList(from, to));
            from = to;
        }
        parts.add(events.subList(from, events.size()));
        return parts;
    }

    /** Alerts without the arrival time, which is the batch's. A null random feeds event by event. */
    private List<String> run(List<List<Event>> parts, @Nullable Random cuts) {
        MemoryStore store = new MemoryStore();
        List<Alert> alerts = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            feed(store, parts.get(part), cuts, alerts);
            if (part < COMMANDS.size()) {
                // Said twice, obeyed once.
                AlertCommand command = COMMANDS.get(part);
                alerts.addAll(engine.apply(store, command, command.issuedAt()));
                assertThat(engine.apply(store, command, command.issuedAt())).isEmpty();
            }
        }
        Instant end = Instant.ofEpochSecond((START + 130 * 24) * 3600);
        alerts.addAll(engine.advance(store, "p", end, end));
        assertThat(alerts)
                .extracting(alert -> alert.id() + "-" + alert.revision())
                .doesNotHaveDuplicates();
        return alerts.stream()
                .map(a -> a.id()
                        + a.state()
                        + a.reason()
                        + a.revision()
                        + a.decidedAt()
                        + a.verification()
                        + a.related()
                        + a.evidence())
                .toList();
    }

    private void feed(MemoryStore store, List<Event> events, @Nullable Random cuts, List<Alert> alerts) {
        int i = 0;
        while (i < events.size()) {
            int n = cuts == null ? 1 : 1 + cuts.nextInt(6);
            List<Event> part = events.subList(i, Math.min(events.size(), i + n));
            List<Cell> cells = new ArrayList<>();
            List<Volume> volumes = new ArrayList<>();
            long latest = 0;
            for (Event event : part) {
                if (event.cell().mentions() > 0) {
                    cells.add(event.cell());
                }
                volumes.add(new Volume(Math.floorDiv(event.second(), 3600L), 1));
                latest = Math.max(latest, event.second());
            }
            Instant at = Instant.ofEpochSecond(latest);
            alerts.addAll(engine.apply(store, new ProductBatch("p", cells, volumes, at, at)));
            i += part.size();
        }
    }

    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        for (int hour = 0; hour < 95 * 24; hour++) {
            for (int theme = 0; theme < 3; theme++) {
                boolean loud = theme == 1 && hour > 60 * 24 && (hour < 70 * 24 || hour > 85 * 24);
                if (random.nextDouble() < (loud ? 0.25 : theme == 2 ? 0.06 : 0.02)) {
                    events.add(event(random, hour, "t" + theme, 1));
                }
            }
            if (random.nextDouble() < 0.8) {
                events.add(event(random, hour, "t0", 0));
            }
        }
        events.sort(Comparator.comparingLong(Event::second));
        return events;
    }

    private static Event event(Random random, int hour, String theme, int mentions) {
        long at = START + hour;
        Cell cell = new Cell(
                theme,
                at,
                (int) Math.floorDiv(at, 24L),
                mentions,
                mentions,
                mentions,
                -random.nextInt(1000) / 1000.0,
                0,
                0,
                0,
                random.nextInt(500),
                mentions,
                Map.of("gold", mentions),
                List.of((long) random.nextInt(500)),
                List.of(),
                List.of(new Quote(
                        "q" + random.nextInt(40),
                        Instant.ofEpochSecond(at * 3600),
                        "f" + random.nextInt(),
                        "t",
                        0,
                        0)));
        return new Event(at * 3600 + random.nextInt(3600), cell);
    }
}
