package io.biggerbox.topologies.measure;

import io.biggerbox.topologies.state.RowKind;

/** The aggregate tables, and how many columns the rows of each have. */
enum Table {
    /** Rows of {@link io.biggerbox.events.ThemeStats}. */
    THEME(RowKind.THEME, ThemeColumn.values().length),
    /** Rows of {@link io.biggerbox.events.ExperienceStats}. */
    EXPERIENCE(RowKind.EXPERIENCE, ExperienceColumn.values().length);

    private final RowKind kind;
    private final int columns;

    Table(RowKind kind, int columns) {
        this.kind = kind;
        this.columns = columns;
    }

    /** How messages name the table. */
    RowKind kind() {
        return kind;
    }

    /** Number of columns. */
    int columns() {
        return columns;
    }
}
