package io.biggerbox.intake;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of an import. {@code accepted + rejected + skipped} is the number of rows.
 *
 * @param accepted rows that became events
 * @param rejected rows that did not, each listed in the rejects file
 * @param skipped rows left out by the column map's filter
 * @param repeated of the accepted, those whose key (source, id, revision) had already occurred in the file, which the
 *     stream will drop; counted among the first million keys, so it is a lower bound for larger files
 * @param firstEventTime the earliest time of writing of an accepted event; null when there is none
 * @param lastEventTime the latest
 * @param byReason rejected rows by field and kind of fault, most frequent first
 */
public record ImportSummary(
        long accepted,
        long rejected,
        long skipped,
        long repeated,
        @Nullable Instant firstEventTime,
        @Nullable Instant lastEventTime,
        Map<String, Long> byReason) {

    /** Keeps the order of the reasons. */
    public ImportSummary {
        byReason = Collections.unmodifiableMap(new LinkedHashMap<>(byReason));
    }

    /** All rows of the file, blank lines and header not counted. */
    public long rows() {
        return accepted + rejected + skipped;
    }
}
