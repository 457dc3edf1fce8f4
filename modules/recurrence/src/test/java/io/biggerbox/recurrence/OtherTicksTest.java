package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Settings may change between restarts: what waited for the end of a tick is then looked at with ticks of another length. */
class OtherTicksTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");

    @Provide
    Arbitrary<Integer> ticks() {
        return Arbitraries.of(1, 2, 3, 4, 6, 8, 12, 24);
    }

    private static EventTimeRecurrenceEngine engine(int ticks) {
        return new EventTimeRecurrenceEngine(SettingsBook.of(DetectionSettings.DEFAULTS.withTime(7, 2, ticks)));
    }

    @Property(tries = 200)
    void everyComplaintIsCountedOnItsDay(
            @ForAll("ticks") int before,
            @ForAll("ticks") int after,
            @ForAll @Size(min = 4, max = 40) List<@IntRange(min = 0, max = 9) Integer> gaps,
            @ForAll @IntRange(min = 1, max = 39) int change) {
        MemoryStore store = new MemoryStore();
        Map<Integer, Integer> said = new TreeMap<>();
        long hour = EventDays.hour(FIRST);
        for (int i = 0; i < gaps.size(); i++) {
            hour += gaps.get(i);
            int day = (int) Math.floorDiv(hour, 24L);
            said.merge(day, 1, Integer::sum);
            Instant at = Instant.ofEpochSecond(hour * 3600);
            Cell cell = new Cell(
                    "size", hour, day, 1, 1, 1, -0.5, 0, 0, 0, 0, 0, Map.of(), List.of((long) i), List.of(), List.of());
            engine(i < change ? before : after)
                    .apply(store, new ProductBatch("p", List.of(cell), List.of(new Volume(hour, 1)), at, at));
        }
        Instant end = Instant.ofEpochSecond(hour * 3600).plus(Duration.ofDays(2));
        engine(after).advance(store, "p", end, end);

        // an alert may be followed from day to day
        Instant next = engine(after).nextLook(store, "p");
        assertThat(next == null || !next.isAfter(end.plus(Duration.ofDays(1))))
                .as("next look %s", next)
                .isTrue();
        int today = (int) Math.floorDiv(hour, 24L) + 1;
        SeriesState series = SeriesState.decode(store.get(ProductSession.SERIES + "size"), today);
        said.forEach((day, count) ->
                assertThat(series.complainants.get(day)).as("day %s", day).isEqualTo(count));
    }
}
