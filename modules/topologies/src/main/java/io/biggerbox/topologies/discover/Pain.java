package io.biggerbox.topologies.discover;

import io.biggerbox.events.Feedback;
import io.biggerbox.events.Mention;
import io.biggerbox.events.SentenceReading;
import io.biggerbox.events.SentimentLabel;
import java.util.List;

/**
 * The painful sentences of a feedback.
 *
 * @param sentences how many there are
 * @param unnamed those that no theme claims, in text order
 */
record Pain(int sentences, List<SentenceReading> unnamed) {

    /** Confidence from which on a negative sentence is pain: of those the reader is wrong about few. */
    private static final double CONFIDENT = 0.6;

    Pain {
        unnamed = List.copyOf(unnamed);
    }

    static Pain of(Feedback feedback) {
        List<SentenceReading> painful = feedback.getSentences().stream()
                .filter(sentence ->
                        sentence.getSentiment() == SentimentLabel.NEGATIVE && sentence.getConfidence() >= CONFIDENT)
                .toList();
        return new Pain(
                painful.size(),
                painful.stream()
                        .filter(sentence ->
                                feedback.getMentions().stream().noneMatch(mention -> claims(mention, sentence)))
                        .toList());
    }

    private static boolean claims(Mention mention, SentenceReading sentence) {
        return mention.getStart() < sentence.getEnd() && sentence.getStart() < mention.getEnd();
    }
}
