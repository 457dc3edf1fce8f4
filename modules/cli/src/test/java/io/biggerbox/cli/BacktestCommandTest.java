package io.biggerbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestCommandTest {

    private static final String HEADER = "event_time,arrival_time,event_id,customer_id,product,theme,sentiment,channel";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private Path output() {
        return folder.resolve("alerts.csv");
    }

    /** Nine complaints a week about one theme for ten weeks, praise about another. */
    private Path history() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        Instant first = Instant.parse("2026-01-05T06:00:00Z");
        for (int i = 0; i < 90; i++) {
            Instant at = first.plus(i * 18L, ChronoUnit.HOURS);
            lines.add(line(i, at, "box", "negative"));
            lines.add(line(1000 + i, at, "praise", "positive"));
        }
        return Files.write(folder.resolve("events.csv"), lines);
    }

    private static String line(int id, Instant at, String theme, String sentiment) {
        return String.join(",", at.toString(), at.toString(), "e" + id, "c" + id, "Shop", theme, sentiment, "web");
    }

    @Test
    void aClassifiedHistoryGivesTheAlertsItWouldHaveRaised() throws IOException {
        Run run = Run.of(
                "backtest",
                "--classified",
                "--json",
                "--events",
                history().toString(),
                "--output",
                output().toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode summary = new ObjectMapper().readTree(run.out());
        assertThat(summary.path("events").asInt()).isEqualTo(180);
        assertThat(summary.path("dead_letters").asInt()).isZero();
        assertThat(summary.path("alerts_by_kind").path("chronic").asInt()).isEqualTo(1);
        List<String> rows = Files.readAllLines(output());
        assertThat(rows.get(0)).startsWith("series,alert_time,kind");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).startsWith("Shop/box,2026-").contains(",chronic,");
    }

    @Test
    void theSameHistoryGivesTheSameBytes() throws IOException {
        String events = history().toString();
        Run.of("backtest", "--classified", "--events", events, "--output", output().toString());
        byte[] first = Files.readAllBytes(output());
        Run.of("backtest", "--classified", "--events", events, "--output", output().toString());
        assertThat(Files.readAllBytes(output())).isEqualTo(first);
    }

    @Test
    void aSeriesMayHaveALevelOfItsOwn() throws IOException {
        Path series =
                Files.write(folder.resolve("series.csv"), List.of("product,theme,chronic_per_week", "Shop,box,40"));
        Run run = Run.of(
                "backtest",
                "--classified",
                "--events",
                history().toString(),
                "--output",
                output().toString(),
                "--settings",
                series.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(output())).hasSize(1);
    }

    @Test
    void aRowThatMakesNoSenseIsNamedByFileLineAndColumn() throws IOException {
        Path events = Files.write(
                folder.resolve("bad.csv"),
                List.of(HEADER, line(1, Instant.parse("2026-01-05T06:00:00Z"), "box", "grumpy")));
        Run run = Run.of("backtest", "--classified", "--events", events.toString(), "--output", output().toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("bad.csv")
                .contains("line 2")
                .contains("grumpy")
                .doesNotContain("Exception");
    }

    @Test
    void textsOfAnyImportFormatArePlayedAndRejectedRowsGiveExitCodeThree() throws IOException {
        Path file = Files.write(
                folder.resolve("reviews.csv"),
                List.of(
                        "source_id,customer_id,product,written_at,rating,text",
                        "1,c1,Shop,2026-01-05T10:00:00Z,1,The delivery was late again.",
                        "2,c2,Shop,2026-01-06T10:00:00Z,17,Too good."));
        Run run = Run.of(
                "backtest", "--as", "csv", "--json", "--events", file.toString(), "--output", output().toString());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        JsonNode summary = new ObjectMapper().readTree(run.out());
        assertThat(summary.path("events").asInt()).isEqualTo(1);
        assertThat(summary.path("rejected_rows").asInt()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNotThereAndAFormatThatIsNoneAreSaidSo() {
        String none = folder.resolve("none.csv").toString();
        Run missing = Run.of("backtest", "--classified", "--events", none, "--output", output().toString());
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("none.csv").doesNotContain("Exception");
        Run format = Run.of("backtest", "--as", "excel", "--events", none, "--output", output().toString());
        assertThat(format.exitCode()).isEqualTo(1);
        assertThat(format.err()).contains("excel is no format").contains("zendesk");
    }

    private Run weekly(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("weekly.csv"), List.of(lines));
        return Run.of("backtest", "--weekly", file.toString(), "--output", output().toString(), "--json");
    }

    @Test
    void weeklyCountsGiveTheWeeksThatAreFarAboveTheirForecast() throws IOException {
        StringBuilder header = new StringBuilder("series_id,scenario");
        StringBuilder calm = new StringBuilder("calm,1");
        StringBuilder loud = new StringBuilder("loud,1");
        for (int week = 1; week <= 200; week++) {
            header.append(",w").append(week);
            calm.append(week == 30 ? "," : "," + (9 + week % 4));
            loud.append(',').append(week == 150 ? 60 : 9 + week % 4);
        }
        Run run = weekly(header.toString(), calm.toString(), loud.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        // The week after it is judged together with it.
        assertThat(Files.readAllLines(output())).containsExactly("series_id,week", "loud,150", "loud,151");
        JsonNode summary = new ObjectMapper().readTree(run.out());
        assertThat(summary.path("series").asInt()).isEqualTo(2);
        assertThat(summary.path("weeks").asInt()).isEqualTo(399);
        assertThat(summary.path("alarms").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "series,w1 | S1,4 | line 1 | no column series_id",
                "series_id,cases | S1,4 | line 1 | name them w1, w2",
                "series_id,w0,w1 | S1,4,4 | line 1 | weeks begin with w1",
                "series_id,w2,w1 | S1,4,4 | line 1 | column w1 stands after w2",
                "series_id,w1,w1 | S1,4,4 | line 1 | column w1 stands after w1",
                "series_id,w1,w2 | S1,4,-3 | line 2 | w2 is -3; give the cases",
                "series_id,w1,w2 | S1,4,2.5 | line 2 | w2 is 2.5; give the cases",
                "series_id,w1,w2 | S1,many,2 | line 2 | w1 is many; give the cases",
                "series_id,w1,w2 | S1,5000000000,2 | line 2 | w1 is 5000000000; give the cases",
                "series_id,w1 | ,4 | line 2 | series_id is empty",
            })
    void weeklyCountsThatMakeNoSenseAreNamedByLineAndFieldWithARemedy(
            String header, String row, String line, String problem) throws IOException {
        Run run = weekly(header, row);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("weekly.csv")
                .contains(line)
                .contains(problem)
                .doesNotContain("Exception");
    }

    @Test
    void aSeriesInTwoRowsIsNamed() throws IOException {
        Run run = weekly("series_id,w1", "S1,4", "S2,4", "S1,5");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("line 4").contains("S1").contains("one row");
    }

    @Test
    void weeklyCountsStandAlone() {
        Run both = Run.of("backtest", "--weekly", "a", "--events", "b", "--output", output().toString());
        assertThat(both.exitCode()).isEqualTo(2);
        Run classified = Run.of("backtest", "--weekly", "a", "--classified", "--output", output().toString());
        assertThat(classified.exitCode()).isEqualTo(2);
        assertThat(classified.err()).contains("--classified does not go with --weekly");
        Run none = Run.of("backtest", "--output", output().toString());
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("--events").contains("--weekly");
    }
}
