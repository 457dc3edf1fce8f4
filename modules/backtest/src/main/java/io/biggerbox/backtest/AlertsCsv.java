package io.biggerbox.backtest;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.biggerbox.events.AlertState;
import io.biggerbox.events.ProcessChangeAlert;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/**
 * Alerts as a table: one row for each time that an alert was raised; with {@code everyRevision} also one
 * for every other change of its state.
 */
public final class AlertsCsv implements Closeable {

    private final CsvWriter writer;
    private final boolean everyRevision;
    private long rows;

    /**
     * Opens the file and writes the header.
     *
     * @param file is replaced if it exists
     * @param everyRevision true to write changes of state too
     */
    public AlertsCsv(Path file, boolean everyRevision) throws IOException {
        this.everyRevision = everyRevision;
        writer = CsvWriter.builder().build(file);
        writer.writeRecord(
                "series",
                "alert_time",
                "kind",
                "state",
                "alert_id",
                "generation",
                "revision",
                "decided_at",
                "customers",
                "seen",
                "expected",
                "summary");
    }

    /** A raise, or a surge on top of what is open: not what only grew older or reached more. */
    private static boolean isAlarm(ProcessChangeAlert alert) {
        return alert.getState() == AlertState.ESCALATED
                ? alert.getDecidedAt().equals(alert.getWorseAt())
                : alert.getRaised();
    }

    /**
     * Writes {@code alert} if it belongs into the table.
     *
     * @param kinds counts what was written by kind
     */
    public void accept(ProcessChangeAlert alert, Map<String, Long> kinds) {
        if (!isAlarm(alert) && !everyRevision) {
            return;
        }
        rows++;
        String kind = alert.getReason().name().toLowerCase(Locale.ROOT);
        kinds.merge(kind, 1L, Long::sum);
        writer.writeRecord(
                alert.getProduct() + "/" + alert.getTheme(),
                notBefore(alert.getRaisedAt()),
                kind,
                alert.getState().name(),
                alert.getAlertId(),
                String.valueOf(alert.getGeneration()),
                String.valueOf(alert.getRevision()),
                DateTimeFormatter.ISO_INSTANT.format(alert.getDecidedAt()),
                String.valueOf(alert.getCustomers()),
                String.valueOf(alert.getSeen()),
                String.format(Locale.ROOT, "%.1f", alert.getExpected()),
                alert.getSummary());
    }

    /** Whole seconds, rounded up: an alert is never stamped before the event that it rests on. */
    private static String notBefore(Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return DateTimeFormatter.ISO_INSTANT.format(second.equals(time) ? second : second.plusSeconds(1));
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
