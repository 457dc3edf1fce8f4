package io.biggerbox.topologies.ledger;

import io.biggerbox.events.SentimentLabel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one feedback adds to, or takes back from, one theme: at most one contribution per theme and
 * polarity, however often its sentences come back to it.
 *
 * @param sign +1 adds, −1 takes back
 * @param product the product
 * @param customer the customer
 * @param theme the theme
 * @param polarity which way the customer leans
 * @param at when it was said
 * @param experienceDay day of the experience, days since 1970-01-01; the day of {@code at} when unknown
 * @param scoreUnits score in ten-thousandths
 * @param leaving whether the customer says that they leave
 * @param exception whether it was settled by a workaround, a refund or an exception granted
 * @param userError whether it was closed as the customer's own error
 * @param tier the customer's tier, or null
 * @param valueUnits yearly value in hundredths, or null when it is not known
 * @param quote the sentence, or null for what is taken back
 */
public record Contribution(
        int sign,
        String product,
        String customer,
        String theme,
        SentimentLabel polarity,
        Instant at,
        int experienceDay,
        long scoreUnits,
        boolean leaving,
        boolean exception,
        boolean userError,
        @Nullable String tier,
        @Nullable Long valueUnits,
        @Nullable String quote) {

    /** Hour of {@link #at()}, in hours since 1970-01-01T00:00Z. */
    public long hour() {
        return Math.floorDiv(at.getEpochSecond(), 3_600L);
    }

    /** When it was made, and of when it tells. */
    public CustomerLedger.Place place() {
        return new CustomerLedger.Place(day(), (int) Math.floorMod(hour(), 24L), experienceDay);
    }

    /** Day of {@link #at()}, in days since 1970-01-01, UTC. */
    public int day() {
        return Days.of(at);
    }
}
