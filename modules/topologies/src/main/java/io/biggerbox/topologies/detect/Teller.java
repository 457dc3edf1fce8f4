package io.biggerbox.topologies.detect;

import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.topologies.state.SourceMark;
import io.biggerbox.topologies.state.ToldAlert;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that nothing is told twice when history is processed again. What was told last about an alert is in a store
 * that outlives a reset; everything else starts over. Up to the event time of what was told last, what is decided once
 * more is not published; what comes after that gets revisions that go on where the others ended.
 */
final class Teller {

    private static final String SHIFT = "told/";

    private final KeyValueStore<String, ToldAlert> told;
    private final KeyValueStore<String, SourceMark> marks;

    /**
     * Works on two stores.
     *
     * @param told by alert id; outlives a reset
     * @param marks does not; takes entries under names of its own
     */
    Teller(KeyValueStore<String, ToldAlert> told, KeyValueStore<String, SourceMark> marks) {
        this.told = told;
        this.marks = marks;
    }

    /** True when the alert is to be published; its revision is then the next one. */
    boolean tells(ProcessChangeAlert alert) {
        String id = alert.getAlertId();
        long decidedAt = alert.getDecidedAt().toEpochMilli();
        @Nullable SourceMark shift = marks.get(SHIFT + id);
        if (shift == null) {
            @Nullable ToldAlert last = told.get(id);
            if (last != null && decidedAt <= last.getDecidedAt()) {
                return false;
            }
            long behind = last == null ? 0 : last.getRevision() + 1 - alert.getRevision();
            shift = new SourceMark(Math.max(0, behind), decidedAt);
            marks.put(SHIFT + id, shift);
        }
        alert.setRevision(alert.getRevision() + shift.getWatermark());
        told.put(id, new ToldAlert(alert.getRevision(), decidedAt));
        return true;
    }
}
