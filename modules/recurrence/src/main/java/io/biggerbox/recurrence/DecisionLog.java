package io.biggerbox.recurrence;

/**
 * Hears how each day was decided. It cannot change a decision; nothing is computed or allocated for
 * series that nobody listens to.
 */
@FunctionalInterface
public interface DecisionLog {

    /** Listens to nothing. */
    DecisionLog NONE = new DecisionLog() {
        @Override
        public boolean listensTo(String product, String theme) {
            return false;
        }

        @Override
        public void decided(DayDecision decision) {}
    };

    /**
     * Whether the decisions about a series are wanted: they cost several times what deciding costs.
     *
     * @param product the product
     * @param theme id of the theme
     */
    default boolean listensTo(String product, String theme) {
        return true;
    }

    /**
     * Called once for every closed day of a series, in the order of the days, and once for a raise
     * within a day. Called in the thread of the engine.
     *
     * @param decision what was decided
     */
    void decided(DayDecision decision);
}
