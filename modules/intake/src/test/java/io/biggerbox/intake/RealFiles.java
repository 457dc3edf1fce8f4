package io.biggerbox.intake;

import io.biggerbox.intake.columns.ColumnMapFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Imports a real file by hand and prints what became of it: {@code FORMAT FILE REJECTS [MAP]}. */
final class RealFiles {

    private RealFiles() {}

    public static void main(String[] arguments) throws IOException {
        ImportFormat format = ImportFormat.named(arguments[0]).orElseThrow();
        ImportOptions options = ImportOptions.at(Instant.now());
        if (arguments.length > 3) {
            options = options.withMap(ColumnMapFile.read(Path.of(arguments[3])));
        }
        for (int round = 1; round <= 3; round++) {
            long start = System.nanoTime();
            try (ImportRows rows = Importer.open(Path.of(arguments[1]), format, options);
                    RejectsFile rejects = new RejectsFile(Path.of(arguments[2]))) {
                ImportSummary summary = new ImportRunner(event -> {}, progress -> {}, rejects).run(rows);
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf("%s rows=%d rows/s=%.0f%n", summary, summary.rows(), summary.rows() / seconds);
            }
        }
    }
}
