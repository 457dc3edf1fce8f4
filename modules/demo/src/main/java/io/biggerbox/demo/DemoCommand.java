package io.biggerbox.demo;

import java.time.Instant;

/**
 * What a team of the company declares while the half-year runs: a change that should end a complaint.
 *
 * @param product product of the alert
 * @param theme theme of the alert
 * @param effectiveAt from when on customers meet the change
 * @param issuedAt when it was declared; the command belongs into the stream at that time
 * @param note what the team wrote with it
 */
public record DemoCommand(String product, String theme, Instant effectiveAt, Instant issuedAt, String note) {}
