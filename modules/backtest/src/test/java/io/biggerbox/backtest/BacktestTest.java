package io.biggerbox.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.events.AlertReason;
import io.biggerbox.events.AlertState;
import io.biggerbox.events.CommandKind;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestTest {

    private static final Instant START = Instant.parse("2025-01-06T00:00:00Z");
    private static final String GOOD = "2025-01-06T08:30:00Z,2025-01-06T08:31:00Z,e1,c1,Box,packaging.box,negative,web";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void nothingLooksAhead() throws IOException {
        List<String> rows = ClassifiedFile.rows(START);
        List<ProcessChangeAlert> whole =
                ClassifiedFile.play(ClassifiedFile.write(folder.resolve("all.csv"), rows), List.of());
        assertThat(whole).extracting(ProcessChangeAlert::getState).contains(AlertState.OPEN);
        assertThat(whole).extracting(ProcessChangeAlert::getTheme).contains("packaging.box", "app.login");

        for (int cut : new int[] {rows.size() / 3, rows.size() * 3 / 4, rows.size() - 300}) {
            Instant until = Instant.parse(rows.get(cut).split(",", -1)[1]);
            List<ProcessChangeAlert> part = ClassifiedFile.play(
                    ClassifiedFile.write(folder.resolve("cut.csv"), rows.subList(0, cut)), List.of());
            assertThat(before(part, until)).isEqualTo(before(whole, until));
        }
    }

    /** The same for other histories, with declared changes and a return, cut anywhere. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void nothingLooksAheadAtChangesAndReturnsEither(long seed) throws IOException {
        List<String> rows = ClassifiedFile.rows(START, seed);
        Path declared = file(
                "fixes.csv",
                "series,fix_time\nBox/app.login,2025-04-24T09:00:00Z\nBox/packaging.box,2025-03-20T09:00:00Z\n");
        List<Fixes.Fix> fixes = Fixes.read(declared);
        List<ProcessChangeAlert> whole =
                ClassifiedFile.play(ClassifiedFile.write(folder.resolve("all.csv"), rows), fixes);
        assertThat(whole).extracting(ProcessChangeAlert::getState).contains(AlertState.OPEN, AlertState.VERIFYING);

        Random random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            int cut = rows.size() / 2 + random.nextInt(rows.size() / 2);
            // What lingers at the cut travels on at once there, and up to ten minutes later where more follows.
            Instant until = Instant.parse(rows.get(cut).split(",", -1)[1]).minus(Duration.ofMinutes(10));
            List<ProcessChangeAlert> part =
                    ClassifiedFile.play(ClassifiedFile.write(folder.resolve("cut.csv"), rows.subList(0, cut)), fixes);
            assertThat(before(part, until)).isNotEmpty().isEqualTo(before(whole, until));
        }
    }

    private static List<ProcessChangeAlert> before(List<ProcessChangeAlert> alerts, Instant until) {
        return alerts.stream()
                .filter(alert -> alert.getRaisedAt().isBefore(until))
                .toList();
    }

    @Test
    void alertsAreStampedWithTheArrivalOfWhatTheyRestOn() throws IOException {
        List<String> rows = ClassifiedFile.rows(START);
        Path file = ClassifiedFile.write(folder.resolve("all.csv"), rows);
        assertThat(ClassifiedFile.play(file, List.of())).allSatisfy(alert -> {
            assertThat(alert.getRaisedAt()).isAfterOrEqualTo(alert.getDecidedAt());
            assertThat(alert.getQuotes()).isEmpty();
        });
    }

    @Test
    void declaredChangesAreSaidWhenTheirTimeComes() throws IOException {
        Path file = ClassifiedFile.write(folder.resolve("all.csv"), ClassifiedFile.rows(START));
        Path fixes = file("fixes.csv", "series,fix_time\nBox/packaging.box,2025-04-01T00:00:00Z\n");
        List<ProcessChangeAlert> alerts = ClassifiedFile.play(file, Fixes.read(fixes));
        assertThat(alerts)
                .filteredOn(alert -> alert.getState() == AlertState.VERIFYING)
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.getChangeEffectiveAt()).isEqualTo(Instant.parse("2025-04-01T00:00:00Z"));
                    assertThat(alert.getActor()).isEqualTo("backtest");
                });
    }

    @Test
    void repeatedRowsAreCountedAsPlayedAndNotAsComplaints() throws IOException {
        Path file = ClassifiedFile.write(folder.resolve("two.csv"), List.of(GOOD, GOOD));
        try (Backtest backtest =
                Backtest.ofClassified(SettingsBook.of(DetectionSettings.DEFAULTS), List.of(), alert -> {})) {
            ClassifiedEvents.read(file, backtest::play);
            backtest.finish();
            assertThat(backtest.events()).isEqualTo(2);
            assertThat(backtest.deadLetters()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "negative, cross, sentiment",
        "2025-01-06T08:30:00Z, yesterday, event_time",
        "2025-01-06T08:31:00Z, 06/01/2025, arrival_time",
        "c1, '', customer_id",
        "packaging.box, '', theme",
    })
    void errorsNameFileLineAndColumn(String from, String to, String column) throws IOException {
        Path file = ClassifiedFile.write(folder.resolve("bad.csv"), List.of(GOOD, GOOD.replace(from, to)));
        assertThatThrownBy(() -> ClassifiedEvents.read(file, event -> {}))
                .isInstanceOf(BacktestException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("line 3")
                .hasMessageContaining(column);
    }

    @Test
    void aMissingColumnIsNamedTogetherWithThoseThatAreThere() throws IOException {
        Path file = file("bad.csv", "event_time,event_id\n2025-01-06T08:30:00Z,e1\n");
        assertThatThrownBy(() -> ClassifiedEvents.read(file, event -> {}))
                .isInstanceOf(BacktestException.class)
                .hasMessageContaining("no column arrival_time")
                .hasMessageContaining("event_time, event_id");
    }

    @Test
    void aMissingColumnIsNamedEvenWhenThereAreNoRows() throws IOException {
        Path file = file("bad.csv", "event_time,event_id\n");
        assertThatThrownBy(() -> ClassifiedEvents.read(file, event -> {}))
                .isInstanceOf(BacktestException.class)
                .hasMessageContaining("no column arrival_time");
    }

    @Test
    void filesThatAreNotThereOrEmptyAreSaidToBe() throws IOException {
        Path missing = folder.resolve("none.csv");
        assertThatThrownBy(() -> ClassifiedEvents.read(missing, event -> {}))
                .isInstanceOf(BacktestException.class)
                .hasMessageContaining("none.csv");
        Path empty = file("empty.csv", "");
        assertThatThrownBy(() -> ClassifiedEvents.read(empty, event -> {}))
                .isInstanceOf(BacktestException.class)
                .hasMessageContaining("empty.csv");
    }

    @Test
    void settingsComeFromATable() throws IOException {
        SettingsBook book = SeriesSettings.read(
                file("series.csv", "series,product,theme,chronic_per_week\nBox/a,Box,a,2.5\nBox/b,Box,b,9\n"));
        assertThat(book.of("Box", "a").chronicPerWeek()).isEqualTo(2.5);
        assertThat(book.of("Box", "b").chronicPerWeek()).isEqualTo(9);
        assertThat(book.of("Box", "c")).isEqualTo(DetectionSettings.DEFAULTS);
        Path bad = file("bad.csv", "product,theme,chronic_per_week\nBox,a,0\n");
        assertThatThrownBy(() -> SeriesSettings.read(bad))
                .isInstanceOf(BacktestException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("chronic_per_week");
        Path huge = file("huge.csv", "product,theme,chronic_per_week\nBox,a,Infinity\n");
        assertThatThrownBy(() -> SeriesSettings.read(huge))
                .isInstanceOf(BacktestException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void settingsComeFromYaml() throws IOException {
        SettingsBook book = SeriesSettings.read(file("d.yaml", "defaults:\n  chronicPerWeek: 3\n"));
        assertThat(book.of("Box", "c").chronicPerWeek()).isEqualTo(3);
    }

    @Test
    void fixesAreReadInTheOrderOfTime() throws IOException {
        List<Fixes.Fix> fixes = Fixes.read(
                file("fixes.csv", "series,fix_time\nBox/b,2025-03-01T00:00:00Z\nBox/a/x,2025-02-01T00:00:00\n"));
        assertThat(fixes).extracting(fix -> fix.command().getTheme()).containsExactly("a/x", "b");
        assertThat(fixes.get(0).at()).isEqualTo(Instant.parse("2025-02-01T00:00:00Z"));
        assertThat(fixes.get(0).command().getKind()).isEqualTo(CommandKind.DECLARE_CHANGE);
        assertThat(fixes).extracting(fix -> fix.command().getCommandId()).doesNotHaveDuplicates();
        for (String series : List.of("Box", "/a", "Box/")) {
            Path bad = file("bad.csv", "series,fix_time\n" + series + ",2025-03-01T00:00:00Z\n");
            assertThatThrownBy(() -> Fixes.read(bad))
                    .isInstanceOf(BacktestException.class)
                    .hasMessageContaining("line 2")
                    .hasMessageContaining("PRODUCT/theme");
        }
    }

    @Test
    void theTableHoldsWhatWasRaisedAndOnRequestEverything() throws IOException {
        Path events = ClassifiedFile.write(folder.resolve("all.csv"), ClassifiedFile.rows(START));
        List<ProcessChangeAlert> alerts = ClassifiedFile.play(events, List.of());
        long raised = alerts.stream()
                .filter(alert -> alert.getRaised() && alert.getState() != AlertState.ESCALATED)
                .count();
        for (boolean all : new boolean[] {false, true}) {
            Path file = folder.resolve("alerts.csv");
            TreeMap<String, Long> kinds = new TreeMap<>();
            try (AlertsCsv csv = new AlertsCsv(file, all)) {
                alerts.forEach(alert -> csv.accept(alert, kinds));
                assertThat(csv.rows()).isEqualTo(all ? alerts.size() : raised);
            }
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).hasSize((int) (all ? alerts.size() : raised) + 1);
            assertThat(lines.get(0)).startsWith("series,alert_time,kind");
            assertThat(lines.get(1)).startsWith("Box/packaging.box,2025-");
            assertThat(kinds).containsKey(AlertReason.CHRONIC.name().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
