package io.biggerbox.demo;

import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.Ticket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * A generated half-year and the questions that tests ask about it.
 *
 * @param events all deliveries
 * @param firstRevisions the first delivery of the first revision of everything
 * @param plan what was planted
 */
record HalfYear(List<DemoEvent> events, List<DemoEvent> firstRevisions, DemoPlan plan) {
    static final LocalDate START = LocalDate.of(2025, 3, 3);

    static HalfYear at(double scale) {
        return scale == 1.0 ? Full.YEAR : fresh(scale);
    }

    static HalfYear fresh(double scale) {
        List<DemoEvent> events = DemoCompany.generate(7, START, scale);
        return new HalfYear(events, firstRevisions(events), DemoPlan.startingOn(START));
    }

    private static List<DemoEvent> firstRevisions(List<DemoEvent> events) {
        Map<String, DemoEvent> first = new LinkedHashMap<>();
        for (DemoEvent event : events) {
            first.merge(event.sourceId(), event, (a, b) -> b.revision() < a.revision() ? b : a);
        }
        return List.copyOf(first.values());
    }

    /** Distinct customers by week of writing among the first revisions that satisfy the condition. */
    int[] customersPerWeek(Predicate<DemoEvent> condition) {
        return customersPerDays(condition, 7);
    }

    int[] customersPerDays(Predicate<DemoEvent> condition, int days) {
        int[] counts = new int[(Calendar26.DAYS + days - 1) / days];
        firstRevisions().stream()
                .filter(condition)
                .map(event -> (int) (dayOf(event) / days) + " " + event.customerId())
                .distinct()
                .forEach(key -> counts[Integer.parseInt(key.substring(0, key.indexOf(' ')))]++);
        return counts;
    }

    double dayOf(DemoEvent event) {
        return new Calendar26(START).dayOf(event.writtenAt().toEpochMilli());
    }

    static Predicate<DemoEvent> story(String id) {
        return event -> id.equals(event.truth().story());
    }

    static int sum(int[] counts, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** The latest time that stands in a record. */
    static Instant latestTime(SpecificRecord record) {
        if (record instanceof Review review) {
            Instant latest = review.getWrittenAt();
            latest = review.getRepliedAt() == null ? latest : later(latest, review.getRepliedAt());
            return review.getEditedAt() == null ? latest : later(latest, review.getEditedAt());
        }
        if (record instanceof Ticket ticket) {
            return ticket.getTurns().stream().map(turn -> turn.getAt()).reduce(ticket.getUpdatedAt(), HalfYear::later);
        }
        return ((Survey) record).getWrittenAt();
    }

    static byte[] encode(SpecificRecord record) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            Schema schema = record.getSchema();
            new SpecificDatumWriter<SpecificRecord>(schema).write(record, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Generated once for all tests. */
    private static final class Full {
        static final HalfYear YEAR = fresh(1.0);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
