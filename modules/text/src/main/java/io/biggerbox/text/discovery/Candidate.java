package io.biggerbox.text.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A theme that could be.
 *
 * @param id the same for its whole life
 * @param revision rises by one whenever it is published
 * @param status what has become of it
 * @param theme id of the theme that it was promoted to, or null
 * @param mergedInto id of the candidate that it has become part of, or null
 * @param name its most telling phrases in one line
 * @param phrases words that tell it from other pain, the most telling first
 * @param sentences how many sentences said it
 * @param customers how many different customers
 * @param firstSeen event time of the first one, epoch milliseconds
 * @param lastSeen event time of the last one, epoch milliseconds
 * @param cohesion mean inner product of two of its sentences, about 0 to 1
 * @param weeks sentences a week, oldest first; the last one is that of {@code lastWeek}
 * @param lastWeek epoch day of the Monday of the last week
 * @param products what it is said of, most often first
 * @param quotes those that stand for it best
 */
public record Candidate(
        String id,
        long revision,
        CandidateStatus status,
        @Nullable String theme,
        @Nullable String mergedInto,
        String name,
        List<String> phrases,
        long sentences,
        long customers,
        long firstSeen,
        long lastSeen,
        double cohesion,
        List<Long> weeks,
        int lastWeek,
        List<String> products,
        List<CandidateQuote> quotes) {

    public Candidate {
        phrases = List.copyOf(phrases);
        weeks = List.copyOf(weeks);
        products = List.copyOf(products);
        quotes = List.copyOf(quotes);
    }
}
