package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.biggerbox.acceptance.support.CommandRun;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.backtest.Backtest;
import io.biggerbox.backtest.History;
import io.biggerbox.events.AlertReason;
import io.biggerbox.events.AlertState;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.intake.ImportFormat;
import io.biggerbox.intake.ImportOptions;
import io.biggerbox.intake.ImportRows;
import io.biggerbox.intake.Importer;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.text.FastReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Half a year imported to four partitions in one go, from a file with the newest rows first and each partition
 * read at its own speed, raises the alerts that the same events raise one by one in a single partition: no
 * partition drags the clock ahead of the others.
 */
class ReplayTest {

    private static final int PARTITIONS = 4;
    private static final int WEEKS = 26;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What must not depend on the order of arrival. */
    private record Decision(
            String id,
            long revision,
            int generation,
            String state,
            AlertReason reason,
            Instant decidedAt,
            long seen,
            long customers,
            long mentions,
            List<Integer> daily) {

        static Decision of(ProcessChangeAlert alert) {
            return new Decision(
                    alert.getAlertId(),
                    alert.getRevision(),
                    alert.getGeneration(),
                    alert.getState().name(),
                    alert.getReason(),
                    alert.getDecidedAt(),
                    alert.getSeen(),
                    alert.getCustomers(),
                    alert.getMentions(),
                    alert.getDaily());
        }
    }

    @Test
    void aHistoryWrittenInOneGoRaisesWhatItWouldHaveRaisedLive(@TempDir Path directory) throws IOException {
        Rows history = history();
        try (Installation installation = Installation.start(directory, PARTITIONS)) {
            Path file = installation.write("history.csv", history.csv());
            List<Decision> expected = backtest(file, installation.taxonomy());
            assertThat(expected).extracting(Decision::reason).contains(AlertReason.CHRONIC, AlertReason.SURGE);

            assertThat(installation
                            .run("import", file.toString(), "--as", "csv", "--json")
                            .exitCode())
                    .isZero();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(decisions(installation))
                    .hasSizeGreaterThanOrEqualTo(expected.size()));
            assertThat(decisions(installation)).isEqualTo(expected);
            assertThat(installation.topics().feedback())
                    .hasSize(history.reviews().size());
            assertThat(installation.topics().deadLetters()).isEmpty();
            explainsEveryAlert(installation);
        }
    }

    /** The replay behind an explanation decides as four partitions in their race did. */
    private static void explainsEveryAlert(Installation installation) {
        for (ProcessChangeAlert alert : installation.topics().alerts().values()) {
            CommandRun run = installation.run("explain", alert.getAlertId(), "--json");
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.err()).isEmpty();
            JsonNode explained = run.json().get(0);
            assertThat(explained.path("agrees_with_stack").asBoolean()).isTrue();
            assertThat(explained.path("decisions").findValuesAsText("outcome")).contains("RAISED");
            CommandRun named =
                    installation.run("explain", alert.getProduct() + "/" + alert.getTheme(), "--days", "400");
            String told = alert.getState() == AlertState.EMERGING ? "First sign" : "raised " + alert.getReason();
            assertThat(named.out()).contains(told).contains(alert.getThemeName());
        }
    }

    /** A chronic complaint about one product, a surge about another, and everyday praise about both. */
    private static Rows history() {
        Random random = new Random(42);
        Rows rows = new Rows("h", 5);
        Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(WEEKS * 7L + 20, ChronoUnit.DAYS);
        for (int day = 0; day < WEEKS * 7; day++) {
            Instant start = first.plus(day, ChronoUnit.DAYS);
            rows.onDay(start, 4, "Parcel", Themes.PRAISE_TEXT, 5);
            rows.onDay(start, 4, "App", Themes.LOGIN_PRAISE, 5);
            rows.onDay(start, 1 + random.nextInt(2), "Parcel", Themes.BOX_TEXT, 2);
            boolean broken = day >= 100 && day < 108;
            rows.onDay(start, broken ? 9 : day % 6 == 0 ? 1 : 0, "App", Themes.LOGIN_TEXT, 1);
        }
        return rows.newestFirst();
    }

    private static List<Decision> backtest(Path file, Path taxonomy) throws IOException {
        List<Decision> decisions = new ArrayList<>();
        try (ImportRows rows = Importer.open(file, ImportFormat.CSV, ImportOptions.at(Instant.now()));
                Backtest backtest = Backtest.ofTexts(
                        Themes.read(taxonomy),
                        FastReader::create,
                        SettingsBook.of(DetectionSettings.DEFAULTS),
                        List.of(),
                        alert -> decisions.add(Decision.of(alert)))) {
            History.of(rows).events().forEach(backtest::play);
            backtest.finish();
        }
        return sorted(decisions);
    }

    private static List<Decision> decisions(Installation installation) {
        return sorted(installation.topics().alertRevisions().stream()
                .map(Decision::of)
                .toList());
    }

    private static List<Decision> sorted(List<Decision> decisions) {
        List<Decision> sorted = new ArrayList<>(decisions);
        Collections.sort(sorted, Comparator.comparing(Decision::id).thenComparing(Decision::revision));
        return sorted;
    }
}
