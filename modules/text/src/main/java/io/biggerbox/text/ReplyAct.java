package io.biggerbox.text;

/**
 * One thing that a vendor reply does.
 *
 * @param tone what it does
 * @param score confidence from 0 to 1
 * @param span the sentence, in the redacted reply
 * @param evidence the rule or model that said so
 */
public record ReplyAct(ReplyTone tone, double score, Span span, String evidence) {}
