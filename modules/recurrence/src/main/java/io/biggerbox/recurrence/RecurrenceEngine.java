package io.biggerbox.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is new about a product into revisions of its alerts.
 *
 * <p>Implementations keep no state of their own: all of it lives in the {@link StateStore} that is
 * passed in, so that a restart between two calls changes nothing. They read no clock: the same
 * calls give the same alerts. An implementation may be used by several threads, each with its own
 * store.
 */
public interface RecurrenceEngine {

    /**
     * Counts a batch, moves the product's clock to its latest event time and decides on every
     * tick that the clock passes. How events are cut into batches does not change the decisions.
     *
     * @return the revisions to publish, in the order in which they were decided; mostly empty
     */
    List<Alert> apply(StateStore store, ProductBatch batch);

    /**
     * Carries out what a team said.
     *
     * @param arrival when the command arrived
     * @return the revisions to publish; empty when the command changes nothing, for instance because
     *     it was given before or because there is no such alert
     */
    List<Alert> apply(StateStore store, AlertCommand command, Instant arrival);

    /**
     * Moves the clock of a product from which nothing has been heard for a while, so that due
     * decisions are not held up by its silence.
     *
     * @param product the product
     * @param until event time up to which it is certain that nothing more is to come
     * @param arrival what the revisions are stamped with as {@link Alert#raisedAt()}
     * @return the revisions to publish
     */
    List<Alert> advance(StateStore store, String product, Instant until, Instant arrival);

    /**
     * Takes the words of some feedback out of everything that is kept or shown about a product, because its customer was
     * erased. What it counted for is taken back by a batch. Nothing is written when nothing of it is there.
     *
     * @param product the product
     * @param feedbackIds whose words
     * @return revisions of the alerts that quoted them last, without the quotes and otherwise as they stand; none of them is
     *     a raise or an escalation
     */
    List<Alert> forget(StateStore store, String product, Set<String> feedbackIds);

    /**
     * When a product must next be told by {@link #advance} that time has passed, unless something is said of it before. Until
     * then {@link #advance} decides nothing. Reads only.
     *
     * @param product the product
     * @return event time, or null while nothing about the product waits for time to pass
     */
    @Nullable
    Instant nextLook(StateStore store, String product);

    /** How far behind its product's clock a complaint may come and still lead to a decision. */
    Duration lateness(String product);

    /**
     * Event time before which complaints about a product come too late for any decision: they reach the totals only.
     * Reads only.
     *
     * @param product the product
     * @return the bound, or null while nothing is known of the product
     */
    @Nullable
    Instant tooLateBefore(StateStore store, String product);

    /**
     * The silence in which a product will be, or is, when nothing more is heard of it: for those who run the sources. Reads
     * only.
     *
     * @param product the product
     * @return the silence, or null when the product is not heard regularly enough for one to mean anything
     */
    @Nullable
    Silence silence(StateStore store, String product);

    /**
     * The same engine, knowing these themes: their families are what alerts are grouped by, and where
     * displaced pain is looked for.
     *
     * @param themes names and parents of themes
     */
    RecurrenceEngine with(Themes themes);
}
