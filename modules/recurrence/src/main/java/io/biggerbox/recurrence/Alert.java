package io.biggerbox.recurrence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision of the alert about one theme of one product: there is one alert for life, so a
 * problem that comes back keeps its id and its history.
 *
 * @param id deterministic from product and theme
 * @param product the product
 * @param theme id of the theme
 * @param state where it stands
 * @param reason why it was last raised
 * @param generation how many times it was raised anew, from 1
 * @param revision rises by one with every change that is published, from 1
 * @param parent id of the theme that the theme is a part of, or null
 * @param related open alerts of the product about themes that belong together with this one, the first opened
 *     first, at most eight: teams see one problem and not five
 * @param regressions how many times it came back after a change; never reset
 * @param firstSeenAt event time at which the first generation was raised; of a mere first sign: of its revision
 * @param openedAt event time at which this generation was raised
 * @param decidedAt event time of this revision
 * @param raisedAt arrival time of the newest event that this revision rests on
 * @param changeEffectiveAt effective time of the last declared change, or null
 * @param mutedUntil end of the silence, or null
 * @param actor who gave the last command, or null
 * @param note what they wrote with it, or null
 * @param emergingUntil while a first sign stands: when it has passed if nothing follows; else null
 * @param worseAt event time at which what was open got clearly worse for the last time, or null
 * @param verification what the numbers say about the last declared change, or null when there is none
 * @param evidence the numbers
 */
public record Alert(
        String id,
        String product,
        String theme,
        AlertState state,
        Reason reason,
        int generation,
        long revision,
        @Nullable String parent,
        List<Related> related,
        int regressions,
        Instant firstSeenAt,
        Instant openedAt,
        Instant decidedAt,
        Instant raisedAt,
        @Nullable Instant changeEffectiveAt,
        @Nullable Instant mutedUntil,
        @Nullable String actor,
        @Nullable String note,
        @Nullable Instant emergingUntil,
        @Nullable Instant worseAt,
        @Nullable Verification verification,
        Evidence evidence) {

    public Alert {
        related = List.copyOf(related);
    }
}
