package io.biggerbox.cli.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.intake.read.InputFile;
import io.biggerbox.intake.read.UnreadableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Texts with labels: comma-separated values as RFC 4180 has them, tab-separated lines without quoting, or JSON Lines, told
 * apart by the file's ending ({@code .csv}, {@code .tsv} or {@code .txt}, {@code .jsonl}).
 *
 * @param path the file
 * @param encoding of a file without byte order mark; null for UTF-8
 * @param textColumn name of the column with the text, or its number from 1
 * @param labelColumn the same for the label
 * @param header whether the first row names the columns
 */
public record LabelledFile(
        Path path, @Nullable Charset encoding, String textColumn, String labelColumn, boolean header) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final char REPLACEMENT_FOR_NO_QUOTE = '\0';

    /** Takes one row. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes one row.
         *
         * @param line where it starts, from 1
         * @param text as the file has it
         * @param label as the file has it, without surrounding white space
         */
        void accept(long line, String text, String label);
    }

    /** Gives every row to {@code sink}, in order. */
    public void read(Sink sink) throws IOException {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        try (BufferedReader text = open()) {
            read(name, text, sink);
        } catch (CharacterCodingException e) {
            throw undecodable();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw undecodable();
            }
            throw e;
        } catch (UnreadableException e) {
            throw new CommandFailedException(path + " " + e.getMessage() + ". " + e.remedy());
        }
    }

    private CommandFailedException undecodable() {
        return new CommandFailedException(
                path + " has bytes that are not valid " + (encoding == null ? "UTF-8" : encoding)
                        + ": name its encoding, for instance --encoding windows-1252");
    }

    private BufferedReader open() throws IOException {
        // unlike the usual reader, this one does not put something else in place of what it cannot decode
        return new BufferedReader(
                new InputStreamReader(InputFile.open(path, encoding).utf8(), UTF_8.newDecoder()));
    }

    private void read(String name, BufferedReader text, Sink sink) throws IOException {
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            jsonLines(text, sink);
        } else if (name.endsWith(".tsv") || name.endsWith(".txt")) {
            rows(CsvReader.builder().fieldSeparator('\t').quoteCharacter(REPLACEMENT_FOR_NO_QUOTE), text, sink);
        } else {
            rows(CsvReader.builder(), text, sink);
        }
    }

    private void rows(CsvReader.CsvReaderBuilder format, BufferedReader in, Sink sink) throws IOException {
        try (CsvReader<CsvRecord> rows = format.ignoreDifferentFieldCount(true).ofCsvRecord(in)) {
            int text = -1;
            int label = -1;
            for (CsvRecord row : rows) {
                if (text < 0) {
                    List<String> names = header ? row.getFields() : List.of();
                    text = place(textColumn, names);
                    label = place(labelColumn, names);
                    if (header) {
                        continue;
                    }
                }
                if (row.getFieldCount() <= Math.max(text, label)) {
                    throw problem(row.getStartingLineNumber(), "has only " + row.getFieldCount() + " columns");
                }
                sink.accept(
                        row.getStartingLineNumber(),
                        row.getField(text),
                        row.getField(label).strip());
            }
        }
    }

    private int place(String column, List<String> names) {
        int place = names.indexOf(column);
        if (place >= 0) {
            return place;
        }
        if (!column.isEmpty() && column.chars().allMatch(c -> c >= '0' && c <= '9') && column.length() < 5) {
            int number = Integer.parseInt(column);
            if (number >= 1) {
                return number - 1;
            }
        }
        throw new CommandFailedException(
                header
                        ? path + " has no column " + column + "; it has " + String.join(", ", names)
                        : "without a header a column is a number from 1, not " + column);
    }

    private void jsonLines(BufferedReader lines, Sink sink) throws IOException {
        long number = 0;
        String line;
        while ((line = lines.readLine()) != null) {
            number++;
            if (!line.isBlank()) {
                JsonNode object = parsed(line, number);
                sink.accept(
                        number,
                        field(object, textColumn, number),
                        field(object, labelColumn, number).strip());
            }
        }
    }

    private JsonNode parsed(String line, long number) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw problem(number, "is not JSON: " + e.getOriginalMessage());
        }
    }

    private String field(JsonNode object, String name, long number) {
        @Nullable JsonNode value = object.get(name);
        if (value == null || !value.isValueNode() || value.isNull()) {
            throw problem(number, "has no " + name);
        }
        return value.asText();
    }

    private CommandFailedException problem(long line, String what) {
        return new CommandFailedException(path + ", line " + line + " " + what);
    }
}
