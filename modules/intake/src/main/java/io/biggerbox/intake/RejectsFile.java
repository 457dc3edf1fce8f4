package io.biggerbox.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Writes rejected rows to a CSV file (UTF-8): {@code line,field,reason,remedy,raw}. The raw row is as it was in the file, except
 * that control characters other than tab and line ends, and lone surrogates, are written as {@code \}{@code uXXXX}, so that the
 * file can be shown on a terminal. The file appears when it is closed and only if a row was rejected; one from an earlier import is
 * replaced, or removed when nothing was rejected. Not thread-safe.
 */
public final class RejectsFile implements Closeable {

    private static final String HEADER = "line,field,reason,remedy,raw\n";

    private final Path path;
    private final Path unfinished;
    private @Nullable Writer writer;
    private long count;

    /** Nothing is written before the first rejected row. */
    public RejectsFile(Path path) {
        this.path = path;
        this.unfinished = path.resolveSibling(path.getFileName() + ".part");
    }

    /** Where the file is, or will be. */
    public Path path() {
        return path;
    }

    /** Rows written. */
    public long count() {
        return count;
    }

    /**
     * Adds a row.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void add(ImportRow.Rejected row) {
        try {
            Writer out = writer;
            if (out == null) {
                out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
                out.write(HEADER);
                writer = out;
            }
            out.write(Long.toString(row.line()));
            cell(out, row.field());
            cell(out, row.reason());
            cell(out, row.remedy());
            cell(out, row.raw());
            out.write('\n');
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + unfinished, e);
        }
    }

    private static void cell(Writer out, String value) throws IOException {
        out.write(",\"");
        out.write(Texts.visible(value, "\t\r\n").replace("\"", "\"\""));
        out.write('"');
    }

    /** Finishes the file. */
    @Override
    public void close() throws IOException {
        Writer out = writer;
        if (out == null) {
            if (count == 0) {
                Files.deleteIfExists(path);
            }
            return;
        }
        out.close();
        writer = null;
        Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
    }
}
