package io.biggerbox.topologies.measure;

/** A number of an aggregate row. */
interface Column {

    /** Place among the row's numbers, from 0; it never changes, because stored rows know nothing else. */
    int position();
}
