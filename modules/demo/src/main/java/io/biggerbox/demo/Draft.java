package io.biggerbox.demo;

import org.apache.avro.specific.SpecificRecord;

/**
 * One revision, not yet delivered.
 *
 * @param event the record
 * @param changedAt when this revision came to be, in epoch milliseconds
 * @param truth what it says
 */
record Draft(SpecificRecord event, long changedAt, DemoTruth truth) {}
