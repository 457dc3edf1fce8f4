package io.biggerbox.text;

/**
 * One sentence of a reading.
 *
 * @param span where it stands in the redacted text
 * @param sentiment how it feels by itself
 */
public record Sentence(Span span, Sentiment sentiment) {}
