package io.biggerbox.backtest;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * A source record and when it arrived.
 *
 * @param event a Review, Ticket or Survey
 * @param arrival when it arrived
 */
public record TimedEvent(SpecificRecord event, Instant arrival) {}
