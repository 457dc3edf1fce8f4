package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineTest {

    private final RecurrenceEngine engine = new EventTimeRecurrenceEngine(SettingsBook.of(DetectionSettings.DEFAULTS));

    private static ProductBatch one(String product, Instant at) {
        long hour = Math.floorDiv(at.getEpochSecond(), 3600L);
        Cell cell = new Cell(
                "t",
                hour,
                (int) Math.floorDiv(hour, 24L),
                1,
                1,
                1,
                -1,
                0,
                0,
                0,
                0,
                0,
                Map.of(),
                List.of(hour),
                List.of(),
                List.of());
        return new ProductBatch(product, List.of(cell), List.of(new Volume(hour, 1)), at, at);
    }

    @Test
    void clockJumpsOfYearsAreSurvivedQuickly() {
        MemoryStore store = new MemoryStore();
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            for (String at : List.of(
                    "2099-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2024-02-29T12:00:00Z", "9999-01-01T00:00:00Z")) {
                assertThat(engine.apply(store, one("p", Instant.parse(at)))).isEmpty();
            }
            MemoryStore years = new MemoryStore();
            for (int year = 1970; year < 2300; year += 3) {
                engine.apply(years, one("p", Instant.parse(year + "-06-01T00:00:00Z")));
            }
        });
        assertThatThrownBy(() -> engine.apply(
                        store,
                        new ProductBatch(
                                "p", List.of(), List.of(new Volume(Long.MAX_VALUE, 1)), Instant.EPOCH, Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tenThousandProductsInOneHour() {
        Instant at = Instant.parse("2025-01-06T10:00:00Z");
        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            for (int i = 0; i < 10_000; i++) {
                assertThat(engine.apply(new MemoryStore(), one("p" + i, at))).isEmpty();
            }
        });
    }

    @Test
    void commandsForUnknownAlertsSayNothing() {
        MemoryStore store = new MemoryStore();
        Instant at = Instant.parse("2025-01-06T10:00:00Z");
        AlertCommand ack = new AlertCommand.Acknowledge("1", "p", "t", at, "ana", null);
        assertThat(engine.apply(store, ack, at)).isEmpty();
        assertThat(store.sizes("")).isEmpty();
        assertThat(engine.advance(store, "p", at, at)).isEmpty();
        engine.apply(store, one("p", at));
        assertThat(engine.apply(store, ack, at)).isEmpty();
        AlertCommand change = new AlertCommand.DeclareChange("2", "p", "t", at, "ana", null, at.plusSeconds(1));
        assertThat(engine.apply(store, change, at)).isEmpty();
        assertThat(store.sizes("a/")).hasSize(1);
    }

    @Test
    void commandsHaveAnEffectOnceAndAreNoRaise() {
        Scenario box = new Scenario(5, 3).days(70, 9 / 7.0, 20);
        assertThat(box.raises()).hasSize(1);
        AlertCommand ack =
                new AlertCommand.Acknowledge("1", Scenario.PRODUCT, Scenario.THEME, box.now(), "ana", "on it");
        List<Alert> first = box.say(ack);
        assertThat(first).hasSize(1);
        assertThat(first.get(0).state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(first.get(0).note()).isEqualTo("on it");
        assertThat(box.say(ack)).isEmpty();
        assertThat(box.say(box.change("2", box.today().plusDays(10)))).hasSize(1);
        box.days(12, 1, 20);
        assertThat(box.states()).contains(AlertState.CHANGE_DECLARED, AlertState.VERIFYING);
        assertThat(box.raises()).hasSize(1);
    }

    @Test
    void silenceEndsTheDayByAdvance() {
        MemoryStore store = new MemoryStore();
        Instant at = Instant.parse("2025-01-06T10:00:00Z");
        engine.apply(store, one("p", at));
        assertThat(store.sizes("q/")).hasSize(1);
        engine.advance(store, "p", at.plus(Duration.ofDays(1)), at);
        assertThat(store.sizes("q/")).isEmpty();
        assertThat(store.sizes("s/")).hasSize(1);
    }

    @Test
    void sentencesAreForPeople() {
        Scenario box = new Scenario(5, 3).days(70, 9 / 7.0, 20);
        String chronic = AlertSentence.of(box.raises().get(0), Scenario.NAMES);
        assertThat(chronic)
                .contains("customers complained about “Box too small” in the last", "weeks", "it never went away");
        for (Alert alert : new Scenario(15, 1).days(70, 1, 40).days(14, 6, 40).alerts) {
            assertThat(AlertSentence.of(alert, Scenario.NAMES))
                    .contains("“Box too small”")
                    .endsWith(".");
        }
    }
}
