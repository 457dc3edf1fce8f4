package io.biggerbox.topologies.measure;

import io.biggerbox.events.Feedback;
import io.biggerbox.events.Grain;
import io.biggerbox.topologies.ledger.Days;
import io.biggerbox.topologies.state.RowKind;
import io.biggerbox.topologies.state.RowMessage;
import io.biggerbox.topologies.state.StatsRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of rows on their way to the task that keeps them. */
final class RowMessages {

    private RowMessages() {}

    /** Adds {@code change} to {@code sum}; a message with the change alone when there is no sum yet. */
    static RowMessage add(@Nullable RowMessage sum, RowChange change, Feedback feedback) {
        RowMessage message = sum != null ? sum : empty(change.key());
        long[] counts = change.counts();
        List<Long> sums = message.getCounts();
        for (int i = 0; i < counts.length; i++) {
            sums.set(i, sums.get(i) + counts[i]);
        }
        message.setTaxonomyVersion(feedback.getTaxonomyVersion());
        message.setModelVersion(feedback.getModelVersion());
        return message;
    }

    /** A message that says only how far its sender has come. */
    static RowMessage watermark() {
        return bare(RowKind.WATERMARK).build();
    }

    /** The row that {@code message} is about. */
    static RowKey keyOf(RowMessage message) {
        return new RowKey(
                message.getKind() == RowKind.THEME ? Table.THEME : Table.EXPERIENCE,
                message.getProduct(),
                message.getPart(),
                Grain.valueOf(message.getGrain()),
                Days.of(Instant.ofEpochMilli(message.getWindowStart())));
    }

    /** A row in which nothing has been counted. */
    static StatsRow emptyRow(RowKey key) {
        return StatsRow.newBuilder()
                .setRevision(0)
                .setUpdatedAt(0)
                .setIsFinal(false)
                .setCounts(zeros(key.table().columns()))
                .setTaxonomyVersion("")
                .setModelVersion("")
                .build();
    }

    /** Adds the changes in {@code message} to {@code row}; columns that are newer than the row are appended. */
    static void addTo(StatsRow row, RowMessage message) {
        List<Long> counts = row.getCounts();
        List<Long> changes = message.getCounts();
        while (counts.size() < changes.size()) {
            counts.add(0L);
        }
        for (int i = 0; i < changes.size(); i++) {
            counts.set(i, counts.get(i) + changes.get(i));
        }
        row.setTaxonomyVersion(message.getTaxonomyVersion());
        row.setModelVersion(message.getModelVersion());
    }

    private static List<Long> zeros(int columns) {
        List<Long> zeros = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            zeros.add(0L);
        }
        return zeros;
    }

    private static RowMessage empty(RowKey key) {
        return bare(key.table().kind())
                .setProduct(key.product())
                .setPart(key.part())
                .setGrain(key.grain().name())
                .setWindowStart(key.start().toEpochMilli())
                .setCounts(zeros(key.table().columns()))
                .build();
    }

    private static RowMessage.Builder bare(RowKind kind) {
        return RowMessage.newBuilder()
                .setKind(kind)
                .setSourcePartition(-1)
                .setWatermark(Long.MIN_VALUE)
                .setIdle(false)
                .setArrival(Long.MIN_VALUE)
                .setTargetPartition(-1);
    }
}
