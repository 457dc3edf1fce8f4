package io.biggerbox.text.sentiment;

/**
 * What one feature says.
 *
 * @param negative logits towards NEGATIVE
 * @param positive logits towards POSITIVE
 */
public record Weight(float negative, float positive) {
    static final Weight NONE = new Weight(0, 0);
}
