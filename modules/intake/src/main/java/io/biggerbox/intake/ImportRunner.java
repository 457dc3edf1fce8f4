package io.biggerbox.intake;

import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.Ticket;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Pumps the rows of a file into a sink, in the order of event time, and keeps count. Detection follows event
 * time: of a file with the newest rows first, only the newest would be in time.
 */
public final class ImportRunner {

    private static final int BETWEEN_REPORTS = 1000;

    private final EventSink sink;
    private final ImportProgress.Listener listener;
    private final @Nullable RejectsFile rejects;

    /**
     * @param sink takes the events
     * @param listener is told about progress
     * @param rejects takes the rejected rows; null to count them only. Closed by whoever made it
     */
    public ImportRunner(EventSink sink, ImportProgress.Listener listener, @Nullable RejectsFile rejects) {
        this.sink = sink;
        this.listener = listener;
        this.rejects = rejects;
    }

    /**
     * Reads all rows, then passes the events on.
     *
     * @throws ImportException if the file cannot be read to its end, or there is no room to put it in order;
     *     nothing was passed on then
     */
    public ImportSummary run(ImportRows rows) {
        Tally tally = new Tally();
        try (EventTimeSorter sorter = new EventTimeSorter()) {
            while (rows.hasNext()) {
                ImportRow row = rows.next();
                tally.add(row);
                if (row instanceof ImportRow.Accepted accepted) {
                    sorter.add(accepted.event(), accepted.characters());
                } else if (row instanceof ImportRow.Rejected rejected && rejects != null) {
                    rejects.add(rejected);
                }
                if (tally.rows() % BETWEEN_REPORTS == 0) {
                    listener.onProgress(tally.progress(rows));
                }
            }
            sorter.drainTo(event -> {
                sink.accept(event);
                tally.written++;
                if (tally.written % BETWEEN_REPORTS == 0) {
                    listener.onProgress(tally.progress(rows));
                }
            });
        }
        listener.onProgress(tally.progress(rows));
        return tally.summary();
    }

    private static final class Tally {
        private final RepeatCounter repeats = new RepeatCounter();
        private final Map<String, Long> byReason = new HashMap<>();
        private long accepted;
        private long rejected;
        private long skipped;
        private long written;
        private @Nullable Instant first;
        private @Nullable Instant last;

        void add(ImportRow row) {
            if (row instanceof ImportRow.Accepted a) {
                accepted++;
                note(a.event());
            } else if (row instanceof ImportRow.Rejected r) {
                rejected++;
                byReason.merge(r.field() + " " + r.kind().phrase(), 1L, Long::sum);
            } else {
                skipped++;
            }
        }

        private void note(SpecificRecord event) {
            span(EventTimes.writtenAt(event));
            if (event instanceof Review review) {
                repeats.add(review.getSource(), review.getSourceId(), review.getRevision());
            } else if (event instanceof Ticket ticket) {
                repeats.add(ticket.getSource(), ticket.getSourceId(), ticket.getRevision());
            } else if (event instanceof Survey survey) {
                repeats.add(survey.getSource(), survey.getSourceId(), survey.getRevision());
            }
        }

        private void span(Instant time) {
            first = first == null || time.isBefore(first) ? time : first;
            last = last == null || time.isAfter(last) ? time : last;
        }

        long rows() {
            return accepted + rejected + skipped;
        }

        ImportProgress progress(ImportRows rows) {
            return new ImportProgress(rows(), accepted, rejected, written, rows.bytesRead(), rows.size());
        }

        ImportSummary summary() {
            Map<String, Long> ordered = new LinkedHashMap<>();
            byReason.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
            return new ImportSummary(accepted, rejected, skipped, repeats.repeated(), first, last, ordered);
        }
    }
}
