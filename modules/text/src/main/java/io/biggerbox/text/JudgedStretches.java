package io.biggerbox.text;

import io.biggerbox.text.sentiment.Gauge;
import io.biggerbox.text.sentiment.Lean;
import io.biggerbox.text.sentiment.SentimentScorer;
import io.biggerbox.text.sentiment.Stretch;
import io.biggerbox.text.tokens.Line;
import java.util.ArrayList;
import java.util.List;

/** How stretches of one sentence feel. Each is read once: themes often share a clause. */
final class JudgedStretches {
    private final Line line;
    private final Gauge gauge;
    private final SentimentScorer scorer;
    private final List<Judged> read = new ArrayList<>(4);

    /**
     * What was read of a stretch.
     *
     * @param stretch part of a sentence, or all of it
     * @param lean what it adds up to
     * @param sentiment how that feels
     */
    record Judged(Stretch stretch, Lean lean, Sentiment sentiment) {}

    /**
     * @param line the sentence
     * @param gauge has read it whole
     * @param scorer judges what the gauge adds up
     * @param whole what the whole sentence feels like
     */
    JudgedStretches(Line line, Gauge gauge, SentimentScorer scorer, Judged whole) {
        this.line = line;
        this.gauge = gauge;
        this.scorer = scorer;
        read.add(whole);
    }

    /** The whole sentence. */
    Judged whole() {
        return read.get(0);
    }

    /** A stretch of it. */
    Judged of(Stretch stretch) {
        for (Judged known : read) {
            if (known.stretch().equals(stretch)) {
                return known;
            }
        }
        Lean lean = gauge.part(line, stretch);
        Judged fresh = new Judged(stretch, lean, scorer.sentiment(lean));
        read.add(fresh);
        return fresh;
    }
}
