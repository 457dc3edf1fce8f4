package io.biggerbox.intake;

import io.biggerbox.intake.columns.ColumnMap;
import java.nio.charset.Charset;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be imported.
 *
 * @param now the moment of the import; events more than a day after it are rejected. It is never written into an event
 * @param product the product that every event of the file is about, whatever the rows say; null to take it from the rows
 * @param source the name of the tool the rows come from; null for the map's or the format's own
 * @param map the column map, for {@link ImportFormat#CSV} and {@link ImportFormat#JSONL} only; null for none
 * @param encoding the encoding of a file without byte order mark; null for the map's, else UTF-8
 * @param maxEventBytes an event that is larger than this in Avro is rejected; Kafka's default record limit is 1 MiB
 * @param maxRowBytes a row that is larger than this is rejected unread
 */
public record ImportOptions(
        Instant now,
        @Nullable String product,
        @Nullable String source,
        @Nullable ColumnMap map,
        @Nullable Charset encoding,
        int maxEventBytes,
        int maxRowBytes) {

    /** 900 KiB: leaves room for headers and envelope below Kafka's default limit of 1 MiB. */
    public static final int DEFAULT_MAX_EVENT_BYTES = 900 * 1024;

    /** 8 MiB. */
    public static final int DEFAULT_MAX_ROW_BYTES = 8 * 1024 * 1024;

    /** Refuses limits that are not positive. */
    public ImportOptions {
        if (maxEventBytes <= 0 || maxRowBytes <= 0) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /** The defaults, with everything taken from the rows. */
    public static ImportOptions at(Instant now) {
        return new ImportOptions(now, null, null, null, null, DEFAULT_MAX_EVENT_BYTES, DEFAULT_MAX_ROW_BYTES);
    }

    /** With one product for all events; null to take it from the rows. */
    public ImportOptions withProduct(@Nullable String value) {
        return new ImportOptions(now, value, source, map, encoding, maxEventBytes, maxRowBytes);
    }

    /** With another source name; null for the format's own. */
    public ImportOptions withSource(@Nullable String value) {
        return new ImportOptions(now, product, value, map, encoding, maxEventBytes, maxRowBytes);
    }

    /** With a column map; null for none. */
    public ImportOptions withMap(@Nullable ColumnMap value) {
        return new ImportOptions(now, product, source, value, encoding, maxEventBytes, maxRowBytes);
    }

    /** With an encoding for a file without byte order mark; null for the default. */
    public ImportOptions withEncoding(@Nullable Charset value) {
        return new ImportOptions(now, product, source, map, value, maxEventBytes, maxRowBytes);
    }

    /** With other limits, in bytes. */
    public ImportOptions withLimits(int eventBytes, int rowBytes) {
        return new ImportOptions(now, product, source, map, encoding, eventBytes, rowBytes);
    }
}
