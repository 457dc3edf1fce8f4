package io.biggerbox.text;

/**
 * One theme touched by one sentence. A text may praise one theme and damn another, and mention the
 * same theme in several sentences.
 *
 * @param theme id of the theme in the taxonomy
 * @param polarity which way the customer leans on this theme
 * @param score strength of that polarity from −1 to +1
 * @param span the sentence
 * @param evidence the rule or model that said so, for instance {@code phrase:box too small}, {@code learned:0.87 (tiny, box)}
 *     with the probability and the words that weighed most, or both; {@code learned-here:} where a sentence says so and the
 *     short text that it is part of does not
 */
public record ThemeMention(String theme, SentimentLabel polarity, double score, Span span, String evidence) {

    /** The same mention with another reason. */
    ThemeMention because(String reason) {
        return new ThemeMention(theme, polarity, score, span, reason);
    }
}
