package io.biggerbox.topologies.measure;

import io.biggerbox.events.Feedback;
import io.biggerbox.topologies.state.RowDelta;
import java.util.ArrayList;
import java.util.List;

/** What many feedbacks change about one row. */
final class RowSum {

    private final RowKey key;
    private final long[] counts;
    private String taxonomyVersion = "";
    private String modelVersion = "";

    RowSum(RowKey key) {
        this.key = key;
        counts = new long[key.table().columns()];
    }

    void add(Column column, long change) {
        counts[column.position()] += change;
    }

    /** {@code feedback} is the last that changed it. */
    RowSum by(Feedback feedback) {
        taxonomyVersion = feedback.getTaxonomyVersion();
        modelVersion = feedback.getModelVersion();
        return this;
    }

    RowKey key() {
        return key;
    }

    /** As it travels. */
    RowDelta delta() {
        List<Long> all = new ArrayList<>(counts.length);
        for (long count : counts) {
            all.add(count);
        }
        return new RowDelta(
                key.table().kind(),
                key.product(),
                key.part(),
                key.grain().name(),
                key.firstDay(),
                all,
                taxonomyVersion,
                modelVersion);
    }
}
