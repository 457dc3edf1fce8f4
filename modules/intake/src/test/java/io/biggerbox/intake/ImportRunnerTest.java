package io.biggerbox.intake;

import static io.biggerbox.intake.Imports.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.events.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRunnerTest {

    private static final String ROWS =
            """
            source_id,product,written_at,rating,text
            1,B,2025-05-01,5,fine
            2,B,2025-04-01,17,"wrong, ""very""\u001B[31m"
            1,B,2025-05-01,5,fine
            3,B,tomorrow,1,late
            4,B,2025-06-01,18,worse
            """;

    private final Path folder;

    ImportRunnerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void accountsForEveryRow() throws IOException {
        List<SpecificRecord> events = new ArrayList<>();
        List<ImportProgress> reports = new ArrayList<>();
        Path rejectsPath = folder.resolve("rejects.csv");

        ImportSummary summary = run(ROWS, events, reports, rejectsPath);

        assertThat(events).hasSize(2);
        assertThat(summary.rows()).isEqualTo(5);
        assertThat(summary.accepted()).isEqualTo(2);
        assertThat(summary.rejected()).isEqualTo(3);
        assertThat(summary.repeated()).isEqualTo(1);
        assertThat(summary.firstEventTime()).isEqualTo(Instant.parse("2025-05-01T00:00:00Z"));
        assertThat(summary.lastEventTime()).isEqualTo(summary.firstEventTime());
        assertThat(summary.byReason().entrySet())
                .extracting(Object::toString)
                .containsExactly("rating is outside its scale=2", "written_at is not a date in a known form=1");
        assertThat(reports).last().satisfies(last -> {
            assertThat(last.rows()).isEqualTo(5);
            assertThat(last.bytesRead()).isEqualTo(last.size()).isEqualTo(ROWS.length());
        });
        assertThat(Files.readString(rejectsPath))
                .startsWith("line,field,reason,remedy,raw\n3,\"rating\",\"rating is 17, must be between 1 and 5\",")
                .contains(",\"2,B,2025-04-01,17,\"\"wrong, \"\"\"\"very\"\"\"\"\\u001b[31m\"\"\"\n")
                .contains("\n5,\"written_at\",");
    }

    @Test
    void writesInTheOrderOfEventTimeWhateverTheOrderOfTheFile() throws IOException {
        List<SpecificRecord> events = new ArrayList<>();
        String newestFirst =
                """
                source_id,product,written_at,rating,text
                4,B,2025-06-01,5,last
                3,B,2025-05-02,1,third
                1,B,2024-12-31,1,first
                2,B,2025-05-02,1,"third, but second of that day"
                """;

        ImportSummary summary = run(newestFirst, events, new ArrayList<>(), folder.resolve("rejects.csv"));

        assertThat(events).extracting(event -> ((Review) event).getSourceId()).containsExactly("1", "3", "2", "4");
        assertThat(summary.accepted()).isEqualTo(4);
        assertThat(summary.firstEventTime()).isEqualTo(Instant.parse("2024-12-31T00:00:00Z"));
        assertThat(summary.lastEventTime()).isEqualTo(Instant.parse("2025-06-01T00:00:00Z"));
    }

    @Test
    void withoutRejectsThereIsNoFileAndAnOldOneGoes() throws IOException {
        Path rejectsPath = folder.resolve("rejects.csv");
        Files.writeString(rejectsPath, "old");

        run("source_id,product,written_at,text\n", new ArrayList<>(), new ArrayList<>(), rejectsPath);

        assertThat(rejectsPath).doesNotExist();
        assertThat(folder.resolve("rejects.csv.part")).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Importer.open(folder.resolve("none.csv"), ImportFormat.CSV, OPTIONS))
                .isInstanceOf(ImportException.class)
                .hasMessageEndingWith("none.csv does not exist");
        assertThatThrownBy(() -> Importer.open(folder, ImportFormat.CSV, OPTIONS))
                .isInstanceOf(ImportException.class)
                .hasMessageEndingWith("is a directory");
    }

    @Test
    void manyRowsAreReportedOnTheWay() throws IOException {
        List<ImportProgress> reports = new ArrayList<>();
        StringBuilder rows = new StringBuilder("product,written_at,text\n");
        for (int i = 0; i < 2500; i++) {
            rows.append("B,2025-05-01,text ").append(i).append('\n');
        }

        run(rows.toString(), new ArrayList<>(), reports, folder.resolve("r.csv"));

        assertThat(reports).extracting(ImportProgress::rows).containsExactly(1000L, 2000L, 2500L, 2500L, 2500L);
        assertThat(reports).extracting(ImportProgress::written).containsExactly(0L, 0L, 1000L, 2000L, 2500L);
    }

    private ImportSummary run(
            String content, List<SpecificRecord> events, List<ImportProgress> reports, Path rejectsPath)
            throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), content);
        try (ImportRows rows = Importer.open(file, ImportFormat.CSV, OPTIONS);
                RejectsFile rejects = new RejectsFile(rejectsPath)) {
            return new ImportRunner(events::add, reports::add, rejects).run(rows);
        }
    }
}
