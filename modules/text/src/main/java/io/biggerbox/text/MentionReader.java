package io.biggerbox.text;

import io.biggerbox.text.rules.Clauses;
import io.biggerbox.text.sentiment.Lean;
import io.biggerbox.text.sentiment.SentimentScorer;
import io.biggerbox.text.themes.ThemeHit;
import io.biggerbox.text.themes.ThemeMatcher;
import io.biggerbox.text.tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds themes in a sentence and says which way the customer leans on each of them. */
final class MentionReader {
    /** A clause must be this sure of its praise to outweigh a phrase that is a complaint by definition. */
    private static final double CLEARLY_POSITIVE = 0.85;

    /** A complaint told without emotion. */
    private static final double PLAIN_COMPLAINT = -0.6;

    /** Below this a clause says too little to be asked before its sentence. */
    private static final double UNDECIDED = 0.15;

    /** A clause must be this sure of its complaint to make one of a theme that it only names. */
    private static final double CLEARLY_NEGATIVE = 0.75;

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

    void read(List<Token> sentence, List<Token> words, Span span, Sentiment whole, List<ThemeMention> mentions) {
        List<ThemeHit> hits = matcher.find(words);
        if (hits.isEmpty()) {
            return;
        }
        List<List<Token>> clauses = Clauses.of(sentence);
        boolean asks =
                FastReader.asks(sentence) || OPENERS.contains(words.get(0).form());
        for (ThemeHit hit : hits) {
            List<Token> around = clauses.size() == 1 ? sentence : around(clauses, words, hit);
            Sentiment local = around.size() == sentence.size() ? whole : decided(around, whole);
            boolean named = !hit.phrase() && local.label() == SentimentLabel.NEGATIVE;
            if (named && !(local.confidence() >= CLEARLY_NEGATIVE && complains(around, words, hit, asks))) {
                mentions.add(new ThemeMention(hit.theme(), SentimentLabel.NEUTRAL, 0, span, hit.evidence()));
            } else {
                mentions.add(mention(hit, local, span));
            }
        }
    }

    /** Whether a clause is a complaint by other words than those of the theme. */
    private boolean complains(List<Token> clause, List<Token> words, ThemeHit hit, boolean asks) {
        int from = words.get(hit.first()).start();
        int to = words.get(hit.last()).end();
        List<Token> others = new ArrayList<>(clause.size());
        for (Token token : clause) {
            if (token.start() < from || token.start() >= to) {
                others.add(token);
            }
        }
        Lean lean = scorer.lean(others);
        Sentiment sentiment = scorer.sentiment(lean);
        double enough = asks && lean.rules() >= 0 ? PLAINLY_NEGATIVE : CLEARLY_NEGATIVE;
        return sentiment.label() == SentimentLabel.NEGATIVE && sentiment.confidence() >= enough;
    }

    private static List<Token> around(List<List<Token>> clauses, List<Token> words, ThemeHit hit) {
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
        if (first == last) {
            return clauses.get(first);
        }
        List<Token> tokens = new ArrayList<>();
        for (List<Token> clause : clauses.subList(first, last + 1)) {
            tokens.addAll(clause);
        }
        return tokens;
    }

    private Sentiment decided(List<Token> around, Sentiment whole) {
        Sentiment local = scorer.sentiment(scorer.lean(around));
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
