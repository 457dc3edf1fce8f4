package io.biggerbox.topologies.measure;

import io.biggerbox.topologies.state.SourceMark;
import java.util.Objects;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Lets the revisions of rows go on rising when history is processed again: with every life of the task they begin far
 * above those of the life before, and readers that keep the highest revision of a key have the right row.
 */
final class Lives {

    /** More revisions than a row gets in one life. */
    private static final int BITS = 32;

    private static final String KEY = "lives";

    private final KeyValueStore<String, Long> lives;
    private final KeyValueStore<String, SourceMark> marks;

    /**
     * Works on two stores.
     *
     * @param lives outlives a reset
     * @param marks does not; takes one entry under a name of its own
     */
    Lives(KeyValueStore<String, Long> lives, KeyValueStore<String, SourceMark> marks) {
        this.lives = lives;
        this.marks = marks;
    }

    /** The revision before the first one of a row; 0 in the first life. */
    long firstRevision() {
        SourceMark known = marks.get(KEY);
        if (known == null) {
            long before = Objects.requireNonNullElse(lives.get(KEY), -1L);
            known = new SourceMark(before + 1, 0L);
            lives.put(KEY, before + 1);
            marks.put(KEY, known);
        }
        return known.getWatermark() << BITS;
    }
}
