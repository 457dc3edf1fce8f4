package io.biggerbox.text.discovery;

/**
 * One painful sentence that no theme claims.
 *
 * @param start where it begins in the redacted text of its feedback; tells the sentences of a feedback apart
 * @param text its words, redacted
 */
public record PainSentence(int start, String text) {}
