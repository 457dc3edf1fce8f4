package io.biggerbox.text;

import java.util.List;

/**
 * What one verbatim says.
 *
 * @param status whether it could be read
 * @param redacted the text with personal data replaced by markers such as {@code [email]}; all
 *     spans refer to it
 * @param language BCP 47 tag, {@code und} when unknown
 * @param sentiment of the whole text; {@link Sentiment#UNKNOWN} unless status is READ
 * @param sentences in text order
 * @param mentions in text order
 * @param intents in text order
 * @param modelVersion version of the rules and model files behind every label; that of its reader, unless the second
 *     opinion failed and the fast reader read alone
 */
public record Reading(
        ReadingStatus status,
        String redacted,
        String language,
        Sentiment sentiment,
        List<Sentence> sentences,
        List<ThemeMention> mentions,
        List<Intent> intents,
        String modelVersion) {

    public Reading {
        sentences = List.copyOf(sentences);
        mentions = List.copyOf(mentions);
        intents = List.copyOf(intents);
    }
}
