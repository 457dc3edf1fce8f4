package io.biggerbox.topologies;

import io.biggerbox.topologies.time.SourceProgress;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the topologies can be told.
 *
 * @param stores where state stores keep their data
 * @param linger how long, in arrival time, changes are summed up before they travel on; 0 sends each
 *     by itself. Longer lingers spare the repartition topics when one product is busy
 * @param flushInterval how often, in wall-clock time, sums travel on although nothing new arrives
 * @param idleAfter wall-clock time after which a source partition or topic without records holds nobody up; 0
 *     where records come in the order of arrival already
 * @param quietAfter how far behind the wall clock the clock of a quiet live stream follows
 * @param revisionRetention how long a source record is remembered after it was last seen, in arrival
 *     time; a delivery after that counts as new
 * @param rowRetention how long an aggregate row is remembered after its last change, in arrival time, so that
 *     history of any age can be imported; late feedback after that starts the row anew
 * @param finalAfter how long after its end, in event time, a window is called final
 * @param mostAtOnce about how many products of which something was said a task decides before a commit at most, about how
 *     many for which time must pass, and how many rows it looks at whether they are final: a transaction that does not end
 *     in its time is thrown away and done again
 * @param teams teams that have an alert topic of their own
 */
public record TopologySettings(
        StoreKind stores,
        Duration linger,
        Duration flushInterval,
        Duration idleAfter,
        Duration quietAfter,
        Duration revisionRetention,
        Duration rowRetention,
        Duration finalAfter,
        int mostAtOnce,
        Set<String> teams) {

    private static final Duration SHORTEST_PATIENCE = Duration.ofSeconds(30);

    /** Settings for production, without team topics. */
    public static final TopologySettings DEFAULTS = new TopologySettings(
            StoreKind.DURABLE,
            Duration.ofMillis(200),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofMinutes(10),
            Duration.ofDays(400),
            Duration.ofDays(400),
            Duration.ofDays(7),
            2_000,
            Set.of());

    /**
     * Settings for replays and tests, where records come one by one in the order of arrival: nothing is kept
     * beyond the process, nothing lingers, nobody waits for anybody, and there are no transactions.
     */
    public static final TopologySettings OFFLINE = new TopologySettings(
            StoreKind.EPHEMERAL,
            Duration.ZERO,
            Duration.ofMillis(100),
            Duration.ZERO,
            Duration.ofMinutes(10),
            Duration.ofDays(400),
            Duration.ofDays(400),
            Duration.ofDays(7),
            Integer.MAX_VALUE,
            Set.of());

    public TopologySettings {
        teams = Set.copyOf(teams);
        if (linger.isNegative() || flushInterval.compareTo(Duration.ofMillis(1)) < 0 || idleAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "linger and idleAfter must not be negative, flushInterval must be at least a millisecond");
        }
        if (mostAtOnce < 1) {
            throw new IllegalArgumentException("mostAtOnce must be at least 1, not " + mostAtOnce);
        }
    }

    /**
     * How long, in wall-clock time, a task waits for a source partition of which it has not heard since it started: as long as
     * for one of history that has fallen silent, and half a minute at least, because instances that start side by side take it.
     */
    public Duration missingAfter() {
        Duration patience = idleAfter.multipliedBy(SourceProgress.PATIENCE_WITH_HISTORY);
        return patience.compareTo(SHORTEST_PATIENCE) < 0 ? SHORTEST_PATIENCE : patience;
    }

    /**
     * The same, but for what is changed: {@code settings.with(change -> change.linger(Duration.ZERO))}.
     *
     * @throws IllegalArgumentException if the changed settings cannot work
     */
    public TopologySettings with(Consumer<Changes> change) {
        Changes changes = new Changes(this);
        change.accept(changes);
        return changes.made();
    }

    /** Changes of settings; each is described where the settings are. Not to be kept. */
    public static final class Changes {
        private StoreKind stores;
        private Duration linger;
        private Duration flushInterval;
        private Duration idleAfter;
        private Duration quietAfter;
        private Duration revisionRetention;
        private Duration rowRetention;
        private Duration finalAfter;
        private int mostAtOnce;
        private Set<String> teams;

        private Changes(TopologySettings settings) {
            this.stores = settings.stores;
            this.linger = settings.linger;
            this.flushInterval = settings.flushInterval;
            this.idleAfter = settings.idleAfter;
            this.quietAfter = settings.quietAfter;
            this.revisionRetention = settings.revisionRetention;
            this.rowRetention = settings.rowRetention;
            this.finalAfter = settings.finalAfter;
            this.mostAtOnce = settings.mostAtOnce;
            this.teams = settings.teams;
        }

        /** Another {@link TopologySettings#stores()}. */
        public Changes stores(StoreKind value) {
            stores = value;
            return this;
        }

        /** Another {@link TopologySettings#linger()}. */
        public Changes linger(Duration value) {
            linger = value;
            return this;
        }

        /** Another {@link TopologySettings#flushInterval()}. */
        public Changes flushInterval(Duration value) {
            flushInterval = value;
            return this;
        }

        /** Another {@link TopologySettings#idleAfter()}. */
        public Changes idleAfter(Duration value) {
            idleAfter = value;
            return this;
        }

        /** Another {@link TopologySettings#quietAfter()}. */
        public Changes quietAfter(Duration value) {
            quietAfter = value;
            return this;
        }

        /** Another {@link TopologySettings#revisionRetention()}. */
        public Changes revisionRetention(Duration value) {
            revisionRetention = value;
            return this;
        }

        /** Another {@link TopologySettings#rowRetention()}. */
        public Changes rowRetention(Duration value) {
            rowRetention = value;
            return this;
        }

        /** Another {@link TopologySettings#finalAfter()}. */
        public Changes finalAfter(Duration value) {
            finalAfter = value;
            return this;
        }

        /** Another {@link TopologySettings#mostAtOnce()}. */
        public Changes mostAtOnce(int value) {
            mostAtOnce = value;
            return this;
        }

        /** Another {@link TopologySettings#teams()}. */
        public Changes teams(Set<String> value) {
            teams = value;
            return this;
        }

        private TopologySettings made() {
            return new TopologySettings(
                    stores,
                    linger,
                    flushInterval,
                    idleAfter,
                    quietAfter,
                    revisionRetention,
                    rowRetention,
                    finalAfter,
                    mostAtOnce,
                    teams);
        }
    }
}
