package io.biggerbox.backtest;

import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.Ticket;
import io.biggerbox.intake.ImportRow;
import io.biggerbox.intake.ImportRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/**
 * The rows of an exported file in the order in which a live stream would have delivered them: each at the
 * time of its last change.
 *
 * @param events in the order of their times; equal times in the order of the file
 * @param rejected rows that could not be used
 */
public record History(List<TimedEvent> events, long rejected) {

    public History {
        events = List.copyOf(events);
    }

    /** Reads all rows into memory: order can only be made of the whole. */
    public static History of(ImportRows rows) {
        List<TimedEvent> events = new ArrayList<>();
        long rejected = 0;
        while (rows.hasNext()) {
            ImportRow row = rows.next();
            if (row instanceof ImportRow.Accepted accepted) {
                events.add(new TimedEvent(accepted.event(), lastChange(accepted.event())));
            } else if (row instanceof ImportRow.Rejected) {
                rejected++;
            }
        }
        events.sort(Comparator.comparing(TimedEvent::arrival));
        return new History(events, rejected);
    }

    private static Instant lastChange(SpecificRecord event) {
        if (event instanceof Review review) {
            Instant edited = Objects.requireNonNullElse(review.getEditedAt(), review.getWrittenAt());
            Instant replied = Objects.requireNonNullElse(review.getRepliedAt(), edited);
            return replied.isAfter(edited) ? replied : edited;
        }
        if (event instanceof Ticket ticket) {
            Instant last = Objects.requireNonNullElse(ticket.getUpdatedAt(), ticket.getWrittenAt());
            return ticket.getTurns().stream().map(turn -> turn.getAt()).reduce(last, (a, b) -> a.isAfter(b) ? a : b);
        }
        return ((Survey) event).getWrittenAt();
    }
}
