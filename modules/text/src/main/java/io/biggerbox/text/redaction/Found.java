package io.biggerbox.text.redaction;

/**
 * Personal data found in a text.
 *
 * @param start first UTF-16 unit, inclusive
 * @param end last UTF-16 unit, exclusive
 * @param kind what it is
 */
public record Found(int start, int end, PersonalData kind) {}
