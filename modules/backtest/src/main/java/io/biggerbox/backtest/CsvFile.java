package io.biggerbox.backtest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

/** A small CSV file with a header, read row by row; every error names file, line and column. */
final class CsvFile {

    private final Path path;

    CsvFile(Path path) {
        this.path = path;
    }

    /** One row. */
    static final class Row {

        private final Path path;
        private final NamedCsvRecord record;

        private Row(Path path, NamedCsvRecord record) {
            this.path = path;
            this.record = record;
        }

        String text(String column) {
            String value = record.findField(column)
                    .orElseThrow(() ->
                            problem("has no column " + column + "; it has " + String.join(", ", record.getHeader())));
            if (value.isBlank()) {
                throw problem(column + " is empty");
            }
            return value;
        }

        /** The field at {@code index} of the header; empty when the row ends before it. */
        String at(int index) {
            return index < record.getFieldCount() ? record.getField(index) : "";
        }

        boolean has(String column) {
            return record.findField(column).filter(value -> !value.isBlank()).isPresent();
        }

        double number(String column) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw problem(column + " is no number: " + text(column));
            }
        }

        /** ISO 8601; without an offset it is UTC. */
        Instant time(String column) {
            String text = text(column);
            try {
                return text.endsWith("Z")
                        ? Instant.parse(text)
                        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                throw problem(column + " is no time such as 2025-01-06T08:30:00Z: " + text);
            }
        }

        BacktestException problem(String what) {
            return new BacktestException(path + ", line " + record.getStartingLineNumber() + ": " + what);
        }
    }

    /**
     * Passes every row to {@code action}.
     *
     * @param required columns that the file must have
     */
    void forEach(List<String> required, Consumer<Row> action) {
        requireColumns(required);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path)) {
            for (NamedCsvRecord record : reader) {
                action.accept(new Row(path, record));
            }
        } catch (IOException | de.siegmar.fastcsv.reader.CsvParseException e) {
            throw new BacktestException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Names of the columns. */
    List<String> header() {
        if (!Files.isReadable(path)) {
            throw new BacktestException(path + " cannot be read: does it exist?");
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(path)) {
            return reader.stream()
                    .findFirst()
                    .orElseThrow(() -> new BacktestException(path + " is empty: it needs a line with column names"))
                    .getFields();
        } catch (IOException | de.siegmar.fastcsv.reader.CsvParseException e) {
            throw new BacktestException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What is wrong with the header. */
    BacktestException headerProblem(String what) {
        return new BacktestException(path + ", line 1: " + what);
    }

    private void requireColumns(List<String> required) {
        List<String> header = header();
        for (String column : required) {
            if (!header.contains(column)) {
                throw headerProblem("the file has no column " + column + "; it has " + String.join(", ", header));
            }
        }
    }
}
