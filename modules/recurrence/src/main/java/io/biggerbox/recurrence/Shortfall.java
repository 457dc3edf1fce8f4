package io.biggerbox.recurrence;

/** What a window lacked to be raised. */
public enum Shortfall {
    /** Nothing: the window passed. */
    NONE("it passed"),
    /** Fewer customers than any window needs. */
    FEW_CUSTOMERS("too few customers"),
    /** Less than the part of the configured level from which it is worth a word. */
    NOT_RELEVANT("below the level that matters"),
    /** Not enough above what was expected, however sure the test is. */
    NOT_CLEARLY_MORE("not clearly more than expected"),
    /** The statistic is below its threshold. */
    BELOW_THRESHOLD("below the threshold"),
    /** Without its strongest day too little is left: one loud day is no recurrence. */
    ONE_LOUD_DAY("one loud day carries it"),
    /** A week stayed below half of the configured level. */
    WEAK_WEEK("one week was weak"),
    /** There are not yet enough weeks, or not yet enough in them to be sure before the eighth. */
    TOO_EARLY("too early to be sure"),
    /** Its days belong to an incident that was told. */
    TOLD_ALREADY("its days belong to an incident that was told"),
    /** After a change, but no more than before the incident that it answers. */
    AS_BEFORE_CHANGE("no more than before the incident"),
    /** An open incident has not come near its reference. */
    NOT_CALM("not calm yet"),
    /** Too little was heard from the product: silence is not calm. */
    SILENCE("too little was heard from the product");

    private final String words;

    Shortfall(String words) {
        this.words = words;
    }

    /** The same in a few plain words, to go on a sentence. */
    public String words() {
        return words;
    }
}
