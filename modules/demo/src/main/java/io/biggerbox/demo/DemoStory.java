package io.biggerbox.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A planted story: what a detector should see, or should not fall for.
 *
 * @param id its name
 * @param product product that it happens in
 * @param theme theme that is complained about; null for the marketing day, which is about no theme
 * @param kind its shape
 * @param start its first moment
 * @param end its last moment, exclusive
 * @param returnsAt for a regression, when the complaint is back; else null
 * @param mustAlert whether an alert is due; otherwise every alert of the series is a false one
 * @param description one line for the printed tour
 */
public record DemoStory(
        String id,
        String product,
        @Nullable String theme,
        Kind kind,
        Instant start,
        Instant end,
        @Nullable Instant returnsAt,
        boolean mustAlert,
        String description) {

    /** Shapes of stories. */
    public enum Kind {
        /** Week after week, never a spike. */
        CHRONIC,
        /** A jump within a day. */
        SURGE,
        /** A surge, a declared fix, silence, and back again. */
        REGRESSION,
        /** Slow growth, hidden by faster growth of praise. */
        MASKED,
        /** One customer, many posts. */
        ONE_PERSON,
        /** Everything grows for a day. */
        MARKETING
    }
}
