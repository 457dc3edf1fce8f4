package io.biggerbox.topologies.measure;

import io.biggerbox.events.Grain;
import io.biggerbox.topologies.state.RowDelta;
import io.biggerbox.topologies.state.RowKind;
import io.biggerbox.topologies.state.RowMessage;
import io.biggerbox.topologies.state.StatsRow;
import java.util.ArrayList;
import java.util.List;

/** Changes of rows on their way to the task that keeps them. */
final class RowMessages {

    private RowMessages() {}

    /** A message of {@code changes} without a stamp; with none it says only how far its sender has come. */
    static RowMessage of(List<RowDelta> changes) {
        return RowMessage.newBuilder()
                .setSourcePartition(-1)
                .setWatermark(Long.MIN_VALUE)
                .setIdle(false)
                .setArrival(Long.MIN_VALUE)
                .setTargetPartition(-1)
                .setRows(changes)
                .build();
    }

    /** The row that {@code change} is about. */
    static RowKey keyOf(RowDelta change) {
        return new RowKey(
                change.getTable() == RowKind.THEME ? Table.THEME : Table.EXPERIENCE,
                change.getProduct(),
                change.getPart(),
                Grain.valueOf(change.getGrain()),
                change.getFirstDay());
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

    /** Adds {@code change} to {@code row}; columns that are newer than the row are appended. */
    static void addTo(StatsRow row, RowDelta change) {
        List<Long> counts = row.getCounts();
        List<Long> changes = change.getCounts();
        while (counts.size() < changes.size()) {
            counts.add(0L);
        }
        for (int i = 0; i < changes.size(); i++) {
            long by = changes.get(i);
            if (by != 0) {
                counts.set(i, counts.get(i) + by);
            }
        }
        row.setTaxonomyVersion(change.getTaxonomyVersion());
        row.setModelVersion(change.getModelVersion());
    }

    private static List<Long> zeros(int columns) {
        List<Long> zeros = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            zeros.add(0L);
        }
        return zeros;
    }
}
