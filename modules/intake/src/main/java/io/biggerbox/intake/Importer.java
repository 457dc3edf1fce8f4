package io.biggerbox.intake;

import io.biggerbox.intake.columns.ColumnMap;
import io.biggerbox.intake.read.CsvRows;
import io.biggerbox.intake.read.InputFile;
import io.biggerbox.intake.read.JsonDocument;
import io.biggerbox.intake.read.JsonLines;
import io.biggerbox.intake.read.LineReader;
import io.biggerbox.intake.read.UnreadableException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens exported files. */
public final class Importer {

    private static final String ISO = "iso";

    private Importer() {}

    /**
     * Opens a file and checks its header; the rows are read as they are asked for.
     *
     * @param path the file
     * @param format how to read it
     * @param options product, column map, limits
     * @throws ImportException if the file as a whole cannot be imported: it is missing, empty, of another encoding, or lacks
     *     required columns. The message says what, its remedy what to do
     */
    public static ImportRows open(Path path, ImportFormat format, ImportOptions options) {
        ColumnMap map = options.map();
        if (map != null && format != ImportFormat.CSV && format != ImportFormat.JSONL) {
            throw new ImportException(
                    "a column map cannot be used with " + format.cliName(),
                    "Use it with csv or jsonl, or import without it.");
        }
        if (Files.isDirectory(path)) {
            throw new ImportException(path + " is a directory", "Name a file.");
        }
        Charset encoding = options.encoding() != null ? options.encoding() : map != null ? map.encoding() : null;
        InputFile file = null;
        try {
            file = InputFile.open(path, encoding);
            return rows(path, file, format, options);
        } catch (UnreadableException e) {
            close(file, e);
            throw new ImportException(path + " " + e.getMessage(), e.remedy(), e);
        } catch (NoSuchFileException e) {
            throw new ImportException(path + " does not exist", "Check the name.", e);
        } catch (IOException e) {
            close(file, e);
            throw new ImportException(path + " cannot be read: " + e.getMessage(), "Check the file's permissions.", e);
        }
    }

    private static ImportRows rows(Path path, InputFile file, ImportFormat format, ImportOptions options)
            throws IOException {
        String source = sourceName(format, options);
        int maxRow = options.maxRowBytes();
        return switch (format) {
            case JSONL ->
                ImportRows.of(
                        path,
                        file,
                        new JsonLines(new LineReader(file.utf8(), maxRow)),
                        new GenericJsonMapper(options.map(), source, options.now()),
                        options);
            case ZENDESK ->
                ImportRows.of(
                        path,
                        file,
                        new JsonDocument(file.utf8(), "tickets", maxRow),
                        new ZendeskMapper(source, times(options, ISO)),
                        options);
            case CSV, GOOGLE_PLAY, NPS, CFPB -> {
                ColumnMap map = options.map();
                CsvRows csv =
                        CsvRows.open(new LineReader(file.utf8(), maxRow), map == null ? null : map.separator(), maxRow);
                yield ImportRows.of(path, file, csv, csvMapper(format, csv.header(), source, options), options);
            }
        };
    }

    private static RowMapper<List<String>> csvMapper(
            ImportFormat format, List<String> header, String source, ImportOptions options) {
        boolean productGiven = Texts.blankToNull(options.product()) != null;
        return switch (format) {
            case GOOGLE_PLAY ->
                new GooglePlayMapper(
                        new Columns(header), source, times(options, ISO), times(options, "epoch_millis"), productGiven);
            case NPS -> new NpsMapper(new Columns(header), source, times(options, ISO), productGiven);
            case CFPB -> new CfpbMapper(new Columns(header), source, times(options, ISO), productGiven);
            case CSV -> new GenericCsvMapper(header, options.map(), source, options.now(), productGiven);
            case JSONL, ZENDESK -> throw new IllegalArgumentException(format + " is not CSV");
        };
    }

    private static TimeParser times(ImportOptions options, String form) {
        return TimeParser.of(List.of(form), ZoneOffset.UTC, options.now());
    }

    private static String sourceName(ImportFormat format, ImportOptions options) {
        String given = Texts.blankToNull(options.source());
        if (given != null) {
            return given;
        }
        ColumnMap map = options.map();
        String ofMap = map == null ? null : Texts.blankToNull(map.source());
        return ofMap == null ? format.cliName() : ofMap;
    }

    private static void close(@Nullable InputFile file, Exception cause) {
        if (file == null) {
            return;
        }
        try {
            file.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
