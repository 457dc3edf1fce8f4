package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final int TICK = 3;
    private static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");

    private final EventTimeRecurrenceEngine engine =
            new EventTimeRecurrenceEngine(SettingsBook.of(DetectionSettings.DEFAULTS.withChronicPerWeek(5)));

    private static Pending waiting(long... hours) {
        Pending pending = new Pending();
        for (long hour : hours) {
            pending.add(new Pending.Slot(hour, false), complaint("t", hour, 1));
        }
        return pending;
    }

    private static Cell complaint(String theme, long hour, long customer) {
        return new Cell(
                theme,
                hour,
                (int) Math.floorDiv(hour, 24L),
                1,
                1,
                1,
                -0.5,
                0,
                0,
                0,
                0,
                0,
                Map.of(),
                List.of(customer),
                List.of(),
                List.of());
    }

    @Test
    void complaintsWaitForTheEndOfTheirTickThenOfTheirDay() {
        Agenda agenda = new Agenda();
        assertThat(agenda.nextLook(0, TICK)).isEqualTo(Agenda.NEVER);
        agenda.note("size", waiting(6));
        assertThat(agenda.nextLook(0, TICK)).isEqualTo(9);
        assertThat(agenda.nextLook(6, TICK)).isEqualTo(9);
        assertThat(agenda.nextLook(9, TICK)).isEqualTo(24);
        assertThat(agenda.nextLook(33, TICK)).isEqualTo(48);
        agenda.note("size", waiting(6, 12));
        assertThat(agenda.nextLook(9, TICK))
                .isEqualTo(12); // at the latest: it does not know whether the tick from nine has some
        assertThat(agenda.mayHold(9, 12)).containsExactly("size");
        assertThat(agenda.pendingBefore(6)).isEmpty();
        assertThat(agenda.pendingBefore(9)).containsExactly("size");
        agenda.note("size", waiting());
        assertThat(agenda.nextLook(9, TICK)).isEqualTo(Agenda.NEVER);
    }

    @Test
    void whatComesTooLateForAnythingWaitsForMidnight() {
        Agenda agenda = new Agenda();
        agenda.note("size", waiting(Pending.TOTALS_ONLY));
        assertThat(agenda.nextLook(9, TICK)).isEqualTo(24);
    }

    @Test
    void alertsWaitForMidnightUnlessTheyRest() {
        AlertRecord.Draft open = AlertRecord.NONE.draft();
        open.state = AlertState.OPEN;
        open.generation = 1;
        Agenda agenda = new Agenda();
        agenda.note("size", open.done());
        assertThat(agenda.nextLook(9, TICK)).isEqualTo(24);
        assertThat(agenda.alerts(Agenda.Waits.IS_FOLLOWED)).containsExactly("size");
        open.calm = true;
        agenda.note("size", open.done());
        assertThat(agenda.nextLook(9, TICK)).isEqualTo(Agenda.NEVER);
        assertThat(agenda.hasAlert("size")).isTrue();
        open.state = AlertState.MUTED;
        agenda.note("size", open.done());
        assertThat(agenda.alerts(Agenda.Waits.MAY_END)).containsExactly("size");
        assertThat(agenda.nextLook(9, TICK)).isEqualTo(24);
        agenda.note("size", AlertRecord.NONE);
        assertThat(agenda.hasAlert("size")).isFalse();
    }

    @Test
    void survivesItsCodecAndIsWrittenOnlyWhenItHasChanged() {
        MemoryStore store = new MemoryStore();
        Agenda agenda = new Agenda();
        agenda.write(store);
        assertThat(store.get(Agenda.KEY)).isNull();
        agenda.note("size", waiting(Pending.TOTALS_ONLY, 21));
        agenda.note("grösse", waiting(15));
        agenda.write(store);
        Agenda read = Agenda.read(store);
        assertThat(read.pending()).containsExactly("grösse", "size");
        assertThat(read.nextLook(18, TICK)).isEqualTo(21);
        assertThat(read.mayHold(21, 24)).containsExactly("size");
    }

    @Test
    void aProductThatWaitsForNothingSaysSo() {
        MemoryStore store = new MemoryStore();
        assertThat(engine.nextLook(store, "p")).isNull();
        long hour = EventDays.hour(FIRST) + 10;
        engine.apply(store, batch(List.of(), hour));
        assertThat(engine.nextLook(store, "p")).isNull();
        engine.apply(store, batch(List.of(complaint("size", hour, 1)), hour));
        // said in the tick from nine to twelve, looked at two hours after its end
        assertThat(engine.nextLook(store, "p")).isEqualTo(FIRST.plus(Duration.ofHours(14)));
        Instant closed = FIRST.plus(Duration.ofHours(26));
        engine.advance(store, "p", closed, closed);
        assertThat(engine.nextLook(store, "p")).isNull();
    }

    private static ProductBatch batch(List<Cell> cells, long hour) {
        Instant at = Instant.ofEpochSecond(hour * 3600);
        return new ProductBatch("p", cells, List.of(new Volume(hour, 1)), at, at);
    }

    /** Who is told of time only when the engine asks for it decides as who is told every hour. */
    @Property(tries = 60)
    void sleepingChangesNoDecision(
            @ForAll @Size(min = 5, max = 60) List<@IntRange(min = 0, max = 95) Integer> gaps,
            @ForAll @IntRange(min = 1, max = 6) int together) {
        MemoryStore awake = new MemoryStore();
        MemoryStore asleep = new MemoryStore();
        List<String> told = new ArrayList<>();
        List<String> slept = new ArrayList<>();
        long hour = EventDays.hour(FIRST);
        long customer = 0;
        for (int gap : gaps) {
            for (int i = 0; i < gap; i++) {
                hour++;
                Instant now = Instant.ofEpochSecond(hour * 3600);
                keep(told, engine.advance(awake, "p", now, now));
                Instant next = engine.nextLook(asleep, "p");
                if (next != null && !next.isAfter(now)) {
                    keep(slept, engine.advance(asleep, "p", now, now));
                }
            }
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < together; i++) {
                cells.add(complaint(gap % 2 == 0 ? "size" : "late", hour, customer++));
            }
            keep(told, engine.apply(awake, batch(cells, hour)));
            keep(slept, engine.apply(asleep, batch(cells, hour)));
            if (gap == 13) {
                AlertCommand mute = new AlertCommand.Mute(
                        "c" + hour,
                        "p",
                        "size",
                        Instant.ofEpochSecond(hour * 3600),
                        "ana",
                        null,
                        Instant.ofEpochSecond(hour * 3600)
                                .atZone(ZoneOffset.UTC)
                                .plusDays(5)
                                .toInstant());
                keep(told, engine.apply(awake, mute, mute.issuedAt()));
                keep(slept, engine.apply(asleep, mute, mute.issuedAt()));
            }
        }
        Statistics.label("alerts were raised").collect(!told.isEmpty());
        assertThat(slept).isEqualTo(told);
    }

    private static void keep(List<String> said, List<Alert> alerts) {
        alerts.forEach(alert -> said.add(alert.toString()));
    }
}
