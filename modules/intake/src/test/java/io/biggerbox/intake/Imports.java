package io.biggerbox.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Writes a text to a temporary file and imports it. */
final class Imports {

    static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    static final ImportOptions OPTIONS = ImportOptions.at(NOW);

    private Imports() {}

    static List<ImportRow> read(ImportFormat format, String content) {
        return read(format, content, OPTIONS);
    }

    static List<ImportRow> read(ImportFormat format, String content, ImportOptions options) {
        return read(format, content.getBytes(StandardCharsets.UTF_8), options);
    }

    static List<ImportRow> read(ImportFormat format, byte[] content, ImportOptions options) {
        try {
            Path file = Files.createTempFile("import", ".data");
            try {
                Files.write(file, content);
                List<ImportRow> all = new ArrayList<>();
                try (ImportRows rows = Importer.open(file, format, options)) {
                    rows.forEachRemaining(all::add);
                }
                return all;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <E extends SpecificRecord> E event(Class<E> type, ImportRow row) {
        if (row instanceof ImportRow.Accepted accepted) {
            return type.cast(accepted.event());
        }
        throw new AssertionError("not accepted: " + row);
    }

    static ImportRow.Rejected rejected(ImportRow row) {
        if (row instanceof ImportRow.Rejected rejected) {
            return rejected;
        }
        throw new AssertionError("not rejected: " + row);
    }
}
