package io.biggerbox.intake;

import io.biggerbox.intake.read.InputFile;
import io.biggerbox.intake.read.ReadRow;
import io.biggerbox.intake.read.RejectKind;
import io.biggerbox.intake.read.RowFault;
import io.biggerbox.intake.read.RowReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file being imported, in the order of the file. Holds one row at a time, so files of any size can be read.
 * To be closed after use; not thread-safe but for {@link #bytesRead()}.
 */
public final class ImportRows implements Iterator<ImportRow>, Closeable {

    private final Path path;
    private final InputFile file;
    private final Source source;
    private @Nullable ImportRow next;
    private boolean ended;

    /** Gives the next row of whatever kind, or null at the end. */
    @FunctionalInterface
    private interface Source {
        @Nullable
        ImportRow next() throws IOException;
    }

    private ImportRows(Path path, InputFile file, Source source) {
        this.path = path;
        this.file = file;
        this.source = source;
    }

    static <T> ImportRows of(
            Path path, InputFile file, RowReader<T> reader, RowMapper<T> mapper, ImportOptions options) {
        EventBuilder builder = new EventBuilder(options.product(), options.source());
        EventSize size = new EventSize();
        return new ImportRows(path, file, () -> {
            ReadRow<T> row = reader.next();
            return row == null ? null : toImportRow(row, mapper, builder, size, options.maxEventBytes());
        });
    }

    private static <T> ImportRow toImportRow(
            ReadRow<T> row, RowMapper<T> mapper, EventBuilder builder, EventSize size, int maxEventBytes) {
        if (row instanceof ReadRow.Damaged<T> damaged) {
            return rejected(damaged.line(), damaged.raw(), damaged.fault());
        }
        ReadRow.Intact<T> intact = (ReadRow.Intact<T>) row;
        try {
            Draft draft = mapper.map(intact.content());
            if (draft == null) {
                return new ImportRow.Skipped(intact.line());
            }
            SpecificRecord event = builder.build(draft);
            RowFault tooLarge =
                    EventSize.mayExceed(maxEventBytes, intact.raw()) ? tooLarge(size.of(event), maxEventBytes) : null;
            return tooLarge == null
                    ? new ImportRow.Accepted(intact.line(), event, intact.raw().length())
                    : rejected(intact.line(), intact.raw(), tooLarge);
        } catch (RowFaultException e) {
            return rejected(intact.line(), intact.raw(), e.fault());
        }
    }

    private static @Nullable RowFault tooLarge(long bytes, int limit) {
        if (bytes <= limit) {
            return null;
        }
        return RowFault.ofRow(
                RejectKind.TOO_LARGE,
                "the text is too large: the event would have " + bytes + " bytes, at most " + limit + " can be carried",
                "Shorten the text at its source; an attachment or a log pasted into it is no feedback.");
    }

    private static ImportRow.Rejected rejected(long line, String raw, RowFault fault) {
        return new ImportRow.Rejected(line, fault.field(), fault.kind(), fault.reason(), fault.remedy(), raw);
    }

    /**
     * Whether there is another row.
     *
     * @throws ImportException if the file cannot be read any further
     */
    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            try {
                next = source.next();
            } catch (IOException e) {
                throw new ImportException(
                        path + " cannot be read any further: " + e.getMessage(),
                        "Check the disk and import the file again: rows already imported are not counted twice.",
                        e);
            }
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public ImportRow next() {
        ImportRow row = hasNext() ? next : null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return row;
    }

    /** Bytes of the file read so far, up to a buffer ahead of the rows; may be asked from another thread. */
    public long bytesRead() {
        return file.bytesRead();
    }

    /** The size of the file in bytes. */
    public long size() {
        return file.size();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // The file was only read: nothing can be lost by a failure to close it.
            throw new ImportException(path + " cannot be closed: " + e.getMessage(), "Check the disk.", e);
        }
    }
}
