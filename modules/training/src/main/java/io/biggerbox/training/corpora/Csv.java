package io.biggerbox.training.corpora;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads files of comma-separated values with a header, as RFC 4180 has them. */
public final class Csv {
    private Csv() {}

    /** All rows; malformed bytes become U+FFFD. */
    public static List<NamedCsvRecord> rows(Path file) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ignoreDifferentFieldCount(true)
                .ofNamedCsvRecord(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field without surrounding white space; empty when the row lacks it. */
    public static String field(NamedCsvRecord row, String name) {
        return row.findField(name).orElse("").strip();
    }
}
