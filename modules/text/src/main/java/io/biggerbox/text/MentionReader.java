package io.biggerbox.text;

import io.biggerbox.text.JudgedStretches.Judged;
import io.biggerbox.text.rules.Clauses;
import io.biggerbox.text.sentiment.Gauge;
import io.biggerbox.text.sentiment.SentimentScorer;
import io.biggerbox.text.sentiment.Stretch;
import io.biggerbox.text.themes.ThemeHit;
import io.biggerbox.text.themes.ThemeMatcher;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Stemmer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds themes in a sentence and says which way the customer leans on each of them. */
final class MentionReader {
    /** A clause must be this sure of its praise to outweigh a phrase that is a complaint by definition. */
    private static final double CLEARLY_POSITIVE = 0.85;

    /** A complaint told without emotion. */
    private static final double PLAIN_COMPLAINT = -0.6;

    /** Below this a clause says too little to be asked before its sentence. */
    private static final double UNDECIDED = 0.15;

    /** A clause must be this sure of its complaint to make one of a theme that it only names. */
    private static final double CLEARLY_NEGATIVE = 0.9;

    /** What is left of it without the words of the theme must still be about as sure: its sentence is torn. */
    private static final double STILL_NEGATIVE = 0.6;

    /** The same for a question without a turn of phrase that complains: asking how is no complaint. */
    private static final double PLAINLY_NEGATIVE = 0.85;

    /** First words of questions and requests that came without their question mark. */
    private static final Set<String> OPENERS = Set.of(
            "can", "could", "may", "how", "where", "when", "which", "what", "who", "do", "does", "is", "are", "would",
            "will", "please");

    private final ThemeMatcher matcher;
    private final SentimentScorer scorer;

    MentionReader(ThemeMatcher matcher, SentimentScorer scorer) {
        this.matcher = matcher;
        this.scorer = scorer;
    }

    /** The themes of a sentence. */
    List<ThemeHit> find(Line line) {
        return matcher.find(line);
    }

    /**
     * Reads a sentence.
     *
     * @param line the sentence
     * @param hits its themes
     * @param gauge has read it whole
     * @param span where it stands
     * @param whole how it feels
     * @param mentions where mentions are added
     */
    void read(Line line, List<ThemeHit> hits, Gauge gauge, Span span, Judged whole, List<ThemeMention> mentions) {
        if (hits.isEmpty()) {
            return;
        }
        JudgedStretches stretches = new JudgedStretches(line, gauge, scorer, whole);
        Clauses clauses = Clauses.of(line);
        boolean[] named = ClauseRange.named(clauses, line, hits);
        boolean asks = line.asks() || OPENERS.contains(line.word(0).form());
        for (ThemeHit hit : hits) {
            ClauseRange own = ClauseRange.of(clauses, line, hit);
            Stretch clause = own.tokens(clauses);
            Sentiment local = decided(stretches, clause);
            if (hit.phrase() || local.label() == SentimentLabel.POSITIVE) {
                mentions.add(mention(hit, local, span));
                continue;
            }
            Sentiment complaint = complaint(line, stretches, clause, local, hit, asks);
            ClauseRange wide = own.widened(clauses, named);
            if (complaint == null && !wide.equals(own)) {
                Stretch more = wide.tokens(clauses);
                complaint = complaint(line, stretches, more, stretches.of(more).sentiment(), hit, asks);
            }
            mentions.add(
                    complaint == null
                            ? new ThemeMention(hit.theme(), SentimentLabel.NEUTRAL, 0, span, hit.evidence())
                            : mention(hit, complaint, span));
        }
    }

    /** What complains about a theme that is only named; null when nothing does. */
    private static @Nullable Sentiment complaint(
            Line line, JudgedStretches stretches, Stretch around, Sentiment sentiment, ThemeHit hit, boolean asks) {
        boolean sure = sentiment.label() == SentimentLabel.NEGATIVE && sentiment.confidence() >= CLEARLY_NEGATIVE;
        return sure && (negated(line, hit) || complains(line, stretches, around, hit, asks)) ? sentiment : null;
    }

    /** "I cannot log in" complains about the login without any other word. */
    private static boolean negated(Line line, ThemeHit hit) {
        return hit.first() > 0 && line.word(hit.first() - 1).stem().equals(Stemmer.NOT);
    }

    /** Whether a clause is a complaint by other words than those of the theme. */
    private static boolean complains(Line line, JudgedStretches stretches, Stretch clause, ThemeHit hit, boolean asks) {
        Judged rest = stretches.of(clause.without(line.place(hit.first()), line.place(hit.last()) + 1));
        Sentiment sentiment = rest.sentiment();
        double enough = asks && rest.lean().rules() >= 0 ? PLAINLY_NEGATIVE : STILL_NEGATIVE;
        return sentiment.label() == SentimentLabel.NEGATIVE && sentiment.confidence() >= enough;
    }

    private static Sentiment decided(JudgedStretches stretches, Stretch around) {
        Sentiment local = stretches.of(around).sentiment();
        boolean undecided = local.label() == SentimentLabel.NEUTRAL && Math.abs(local.score()) < UNDECIDED;
        return undecided ? stretches.whole().sentiment() : local;
    }

    private static ThemeMention mention(ThemeHit hit, Sentiment around, Span span) {
        SentimentLabel polarity = around.label();
        double score = around.score();
        boolean praise = polarity == SentimentLabel.POSITIVE && around.confidence() >= CLEARLY_POSITIVE;
        if (hit.denied() && polarity == SentimentLabel.NEGATIVE) {
            polarity = SentimentLabel.NEUTRAL;
            score = 0;
        } else if (hit.phrase() && !hit.denied() && !praise) {
            polarity = SentimentLabel.NEGATIVE;
            score = Math.min(score, PLAIN_COMPLAINT);
        }
        return new ThemeMention(hit.theme(), polarity, score, span, hit.evidence());
    }
}
