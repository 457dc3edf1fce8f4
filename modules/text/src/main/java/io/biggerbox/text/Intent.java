package io.biggerbox.text;

/**
 * One intent found in one sentence.
 *
 * @param kind what the customer wants or announces
 * @param score confidence from 0 to 1
 * @param span the sentence, in the redacted text
 * @param evidence the rule or model that said so
 */
public record Intent(IntentKind kind, double score, Span span, String evidence) {}
