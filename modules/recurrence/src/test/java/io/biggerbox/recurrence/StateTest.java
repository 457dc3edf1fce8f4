package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateTest {

    @Test
    void seriesSurvivesItsCodecAndStaysSmall() {
        Random random = new Random(1);
        SeriesState series = new SeriesState(20_000);
        for (int day = 20_000; day < 21_000; day++) {
            series.complainants.add(day, random.nextInt(5000));
            series.stale.add(day, random.nextInt(3));
            series.known.set(day, 1);
            series.addWeek(day, 10_000, 500, 500);
        }
        byte[] bytes = series.encode();
        assertThat(bytes.length).isLessThan(1024);
        assertThat(SeriesState.decode(bytes, 0).encode()).isEqualTo(bytes);
        assertThat(new SeriesState(20_000).encode().length).isLessThan(80);
    }

    @Test
    void impactIsBounded() {
        Impact impact = new Impact(20_000);
        Tally tally = new Tally();
        for (int i = 0; i < 5000; i++) {
            tally.add(new Cell(
                    "t",
                    20_000L * 24,
                    20_000,
                    1,
                    1,
                    1,
                    -1,
                    0,
                    0,
                    0,
                    5,
                    1,
                    Map.of("tier" + i, 1),
                    List.of((long) i),
                    List.of(),
                    List.of(new Quote("x".repeat(900) + i, Instant.ofEpochSecond(i), "f" + i, "topic", 3, i))));
        }
        impact.add(tally);
        byte[] bytes = impact.encode();
        assertThat(bytes.length).isLessThan(4096);
        assertThat(Impact.decode(bytes, 0).encode()).isEqualTo(bytes);
        assertThat(tally.who().quotes.list().get(0).feedbackId()).isEqualTo("f4999");
        assertThat(tally.who().customers.count()).isBetween(4200L, 5800L);
    }

    @Test
    void sketchIsExactWhileFewAndIgnoresOrder() {
        CustomerSketch up = new CustomerSketch();
        CustomerSketch down = new CustomerSketch();
        for (long i = 0; i < 64; i++) {
            up.add(i);
            up.add(i);
        }
        assertThat(up.count()).isEqualTo(64);
        for (long i = 0; i < 1000; i++) {
            up.add(i);
            down.add(999 - i);
        }
        assertThat(up.count()).isEqualTo(down.count()).isBetween(850L, 1150L);
    }

    @Test
    void whoIsTakenOutAsOftenAsAddedIsGone() {
        Random random = new Random(7);
        CustomerSketch sketch = new CustomerSketch();
        Map<Long, Integer> times = new HashMap<>();
        for (int step = 0; step < 5000; step++) {
            long customer = random.nextInt(50);
            if (random.nextBoolean()) {
                sketch.add(customer);
                times.merge(customer, 1, Integer::sum);
            } else {
                sketch.remove(customer);
                times.computeIfPresent(customer, (who, count) -> count == 1 ? null : count - 1);
            }
            assertThat(sketch.count()).isEqualTo(times.size());
            if (step % 10 == 0) {
                ByteSink sink = new ByteSink(1);
                sketch.write(sink);
                sketch = CustomerSketch.read(new ByteSource(sink.done(), 1, "customers"));
            }
        }
    }

    @Test
    void whoTakesAComplaintBackBeforeItIsLookedAtDoesNotCount() {
        Pending pending = new Pending();
        Pending.Slot slot = new Pending.Slot(3, false);
        pending.add(slot, said(1, List.of(1L, 2L), List.of()));
        // the second one turns out to have complained an hour earlier, and takes that back too
        pending.add(slot, said(1, List.of(2L), List.of()));
        pending.add(slot, said(0, List.of(), List.of(2L)));
        assertThat(reach(pending)).isEqualTo(2);
        pending = Pending.decode(pending.encode());
        pending.add(slot, said(-2, List.of(), List.of(2L)));
        assertThat(reach(pending)).isEqualTo(1);
    }

    private static long reach(Pending pending) {
        Impact impact = new Impact(0);
        pending.addTo(impact);
        return impact.reach();
    }

    private static Cell said(int mentions, List<Long> customers, List<Long> gone) {
        return new Cell("t", 20, 0, mentions, 0, 0, -mentions, 0, 0, 0, 0, 0, Map.of(), customers, gone, List.of());
    }

    @Test
    void unknownVersionIsNamed() {
        byte[] bytes = new SeriesState(1).encode();
        bytes[0] = 99;
        assertThatThrownBy(() -> SeriesState.decode(bytes, 1))
                .isInstanceOf(StateFormatException.class)
                .hasMessageContaining("99");
        assertThatThrownBy(() -> Impact.decode(new byte[] {1}, 1)).isInstanceOf(StateFormatException.class);
    }

    @Test
    void idsAreStableAndReadable() {
        assertThat(AlertIds.of("Box", "too_small"))
                .matches("BB-[0-9A-HJKMNP-TV-Z]{10}")
                .isEqualTo(AlertIds.of("Box", "too_small"))
                .isNotEqualTo(AlertIds.of("Boxtoo", "_small"));
    }

    @Test
    void settingsAreTheMostSpecificOnes() {
        DetectionSettings base = DetectionSettings.DEFAULTS;
        SettingsBook book = SettingsBook.builder(base)
                .product("Box", base.withChronicPerWeek(9))
                .theme("Box", "too_small", base.withChronicPerWeek(3))
                .build();
        assertThat(book.of("Box", "too_small").chronicPerWeek()).isEqualTo(3);
        assertThat(book.of("Box", "other").chronicPerWeek()).isEqualTo(9);
        assertThat(book.of("Bag", "too_small").chronicPerWeek()).isEqualTo(5);
        assertThatThrownBy(() -> base.withChronicPerWeek(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
