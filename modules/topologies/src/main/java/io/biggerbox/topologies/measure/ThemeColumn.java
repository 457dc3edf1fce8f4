package io.biggerbox.topologies.measure;

/** Numbers of a theme row, in the order in which they are kept. New ones go to the end. */
enum ThemeColumn {
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    CUSTOMERS,
    SCORE_UNITS,
    LEAVERS,
    EXCEPTIONS,
    USER_ERRORS,
    VALUE_UNITS
}
