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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time that stands still, jumps, or comes in the wrong order. */
class UnusualTimesTest {

    private static final long START = 20_100L * 24;
    private static final int DAYS = 80;

    private final RecurrenceEngine engine = new EventTimeRecurrenceEngine(SettingsBook.of(DetectionSettings.DEFAULTS));

    private static Scenario raised() {
        Scenario box = new Scenario(5, 3).days(70, 9 / 7.0, 20);
        assertThat(box.raises()).hasSize(1);
        return box;
    }

    private static List<String> told(Scenario box) {
        return box.alerts.stream()
                .map(alert ->
                        alert.revision() + " " + alert.state() + " " + alert.decidedAt() + " " + alert.verification())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mute", "later", "now", "nothing"})
    void aLongSilenceIsTheSameInOneStepAndDayByDay(String command) {
        Scenario atOnce = raised();
        Scenario daily = raised();
        for (Scenario box : List.of(atOnce, daily)) {
            Instant now = box.now();
            switch (command) {
                case "mute" ->
                    box.say(new AlertCommand.Mute(
                            "m", Scenario.PRODUCT, Scenario.THEME, now, "ana", null, now.plusSeconds(20 * 86_400L)));
                case "later" -> box.say(box.change("c", box.today().plusDays(30)));
                case "now" -> box.say(box.change("c", box.today()));
                default -> {}
            }
        }
        atOnce.silence(150);
        for (int day = 0; day < 150; day++) {
            daily.silence(1);
        }
        assertThat(told(atOnce)).isEqualTo(told(daily));
    }

    @Test
    void aCommandDoesNotStartTheClockOfAProductWhoseHistoryIsStillToCome() {
        Scenario plain = raised();
        Scenario told = new Scenario(5, 3);
        Instant later = told.now().plusSeconds(3_000L * 86_400);
        assertThat(told.say(new AlertCommand.DeclareChange(
                        "c", Scenario.PRODUCT, Scenario.THEME, later, "ana", null, later)))
                .isEmpty();
        told.days(70, 9 / 7.0, 20);
        assertThat(told.raises()).hasSize(1);
        assertThat(told.raises().get(0).openedAt())
                .isEqualTo(plain.raises().get(0).openedAt());
    }

    private record Arrived(long second, long hour, int theme, long customer) {}

    /** Alerts may come later for it, but every complaint within the bound on lateness counts on its day, once. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void whatIsLateWithinTheBoundIsCountedOnItsDay(@ForAll long seed) {
        Random random = new Random(seed);
        List<Arrived> inOrder = new ArrayList<>();
        List<Arrived> late = new ArrayList<>();
        for (int i = 0; i < DAYS * 8; i++) {
            long second = START * 3600 + (long) (random.nextDouble() * DAYS * 86_400);
            Arrived event = new Arrived(second, Math.floorDiv(second, 3600L), random.nextInt(3), i);
            inOrder.add(event);
            int bound = DetectionSettings.DEFAULTS.latenessDays() * 86_400;
            long delay = random.nextInt(3) == 0 ? random.nextInt(bound) : 0;
            late.add(new Arrived(second + delay, event.hour(), event.theme(), event.customer()));
        }
        MemoryStore expected = feed(inOrder);
        MemoryStore found = feed(late);
        for (int theme = 0; theme < 3; theme++) {
            assertThat(days(found, theme)).isEqualTo(days(expected, theme)).anyMatch(count -> count > 0);
        }
        assertThat(volume(found)).isEqualTo(volume(expected)).anyMatch(count -> count > 0);
    }

    private MemoryStore feed(List<Arrived> events) {
        events.sort(Comparator.comparingLong(Arrived::second).thenComparing(Arrived::customer));
        MemoryStore store = new MemoryStore();
        List<String> revisions = new ArrayList<>();
        long clock = 0;
        for (Arrived event : events) {
            clock = Math.max(clock, event.hour());
            Instant at = Instant.ofEpochSecond(clock * 3600);
            Cell cell = new Cell(
                    "t" + event.theme(),
                    event.hour(),
                    (int) Math.floorDiv(event.hour(), 24L),
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
                    List.of(event.customer()),
                    List.of(),
                    List.of());
            ProductBatch batch = new ProductBatch("p", List.of(cell), List.of(new Volume(event.hour(), 1)), at, at);
            engine.apply(store, batch).forEach(alert -> revisions.add(alert.id() + "-" + alert.revision()));
        }
        Instant end = Instant.ofEpochSecond((START + (DAYS + 9) * 24L) * 3600);
        engine.advance(store, "p", end, end).forEach(alert -> revisions.add(alert.id() + "-" + alert.revision()));
        assertThat(revisions).isNotEmpty().doesNotHaveDuplicates();
        return store;
    }

    private static List<Integer> days(MemoryStore store, int theme) {
        return days(SeriesState.decode(store.get("s/t" + theme), 0).complainants);
    }

    private static List<Integer> volume(MemoryStore store) {
        ProductState state = ProductState.read(store);
        return state == null ? List.of() : days(state.days().volume);
    }

    private static List<Integer> days(DayRing ring) {
        List<Integer> days = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            days.add(ring.get((int) (START / 24) + day));
        }
        return days;
    }
}
