package io.biggerbox.text.themes;

/**
 * A theme found in a sentence, before its polarity is known.
 *
 * @param theme id of the theme
 * @param first position of the first word found, counting words and numbers of the sentence
 * @param last position of the last word found
 * @param phrase whether an example phrase was found, which is a complaint by itself; else a bare term
 * @param denied whether the customer says that there was no such problem
 * @param evidence the rule
 */
public record ThemeHit(String theme, int first, int last, boolean phrase, boolean denied, String evidence) {}
