package io.biggerbox.text;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a vendor reply does.
 *
 * @param tone what it does
 * @param deflection how it explains the problem away; null for other tones, and when no kind fits
 * @param score confidence from 0 to 1
 * @param span the sentence, in the redacted reply
 * @param evidence the rule or model that said so
 */
public record ReplyAct(ReplyTone tone, @Nullable Deflection deflection, double score, Span span, String evidence) {

    /** Whether the other one says the same of a reply, for whatever reason. */
    boolean isSameAs(ReplyAct other) {
        return tone == other.tone && deflection == other.deflection;
    }
}
