package io.biggerbox.topologies.measure;

/** Numbers of a theme row, in the order in which they are kept. New ones go to the end. */
enum ThemeColumn implements Column {
    NEGATIVE(0),
    NEUTRAL(1),
    POSITIVE(2),
    CUSTOMERS(3),
    SCORE_UNITS(4),
    LEAVERS(5),
    EXCEPTIONS(6),
    USER_ERRORS(7),
    VALUE_UNITS(8);

    private final int position;

    ThemeColumn(int position) {
        this.position = position;
    }

    @Override
    public int position() {
        return position;
    }
}
