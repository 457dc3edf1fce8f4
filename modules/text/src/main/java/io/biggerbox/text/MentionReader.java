package io.biggerbox.text;

import io.biggerbox.text.rules.Clauses;
import io.biggerbox.text.sentiment.Lean;
import io.biggerbox.text.sentiment.SentimentScorer;
import io.biggerbox.text.themes.ThemeHit;
import io.biggerbox.text.themes.ThemeMatcher;
import io.biggerbox.text.tokens.Token;
import java.util.List;

/** Finds themes in a sentence and says which way the customer leans on each of them. */
final class MentionReader {
    /** A clause must be this sure of its praise to outweigh a phrase that is a complaint by definition. */
    private static final double CLEARLY_POSITIVE = 0.85;

    /** A complaint told without emotion. */
    private static final double PLAIN_COMPLAINT = -0.6;

    /** Below this a clause says too little to be asked before its sentence. */
    private static final double UNDECIDED = 0.15;

    private final ThemeMatcher matcher;
    private final SentimentScorer scorer;

    MentionReader(ThemeMatcher matcher, SentimentScorer scorer) {
        this.matcher = matcher;
        this.scorer = scorer;
    }

    void read(List<Token> sentence, List<Token> words, Span span, Sentiment whole, List<ThemeMention> mentions) {
        List<ThemeHit> hits = matcher.find(words);
        if (hits.isEmpty()) {
            return;
        }
        List<List<Token>> clauses = Clauses.of(sentence);
        for (ThemeHit hit : hits) {
            Sentiment around = clauses.size() == 1 ? whole : around(clauses, words, hit, whole);
            mentions.add(mention(hit, around, span));
        }
    }

    private Sentiment around(List<List<Token>> clauses, List<Token> words, ThemeHit hit, Sentiment whole) {
        int from = words.get(hit.first()).start();
        int to = words.get(hit.last()).end();
        int first = 0;
        int last = clauses.size() - 1;
        while (first < last && clauses.get(first + 1).get(0).start() <= from) {
            first++;
        }
        while (last > first && clauses.get(last).get(0).start() >= to) {
            last--;
        }
        List<Token> tokens = clauses.get(first);
        Lean lean = scorer.lean(tokens);
        for (int i = first + 1; i <= last; i++) {
            lean = lean.plus(scorer.lean(clauses.get(i)));
        }
        Sentiment local = scorer.sentiment(lean);
        boolean undecided = local.label() == SentimentLabel.NEUTRAL && Math.abs(local.score()) < UNDECIDED;
        return undecided ? whole : local;
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
