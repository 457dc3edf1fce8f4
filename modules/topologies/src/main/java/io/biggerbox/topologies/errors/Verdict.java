package io.biggerbox.topologies.errors;

/** What is to become of a record whose processing failed. */
enum Verdict {
    /** The record is at fault: it goes to the dead letters and the stream runs on. */
    DEAD_LETTER,
    /** Something around it is at fault, or nobody knows: nothing may be lost, so the thread stops and starts again. */
    FAIL
}
