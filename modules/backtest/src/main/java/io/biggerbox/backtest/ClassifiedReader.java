package io.biggerbox.backtest;

import io.biggerbox.text.Reading;
import io.biggerbox.text.ReadingStatus;
import io.biggerbox.text.ReplyReading;
import io.biggerbox.text.Sentiment;
import io.biggerbox.text.SentimentLabel;
import io.biggerbox.text.Span;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.ThemeMention;
import java.util.List;

/**
 * Reads texts that carry their labels instead of words, so that feedback that somebody else has classified
 * runs through the same topology as any other, with its repeated deliveries dropped and its customers
 * counted once.
 */
final class ClassifiedReader implements TextReader {

    private static final char SEPARATOR = '\u001f';

    /** The text that stands for a theme and a sentiment. */
    static String encode(String theme, SentimentLabel sentiment) {
        return theme + SEPARATOR + sentiment;
    }

    @Override
    public Reading read(String text) {
        int cut = text.indexOf(SEPARATOR);
        if (cut < 0) {
            throw new IllegalArgumentException("not a classified text: " + text);
        }
        SentimentLabel label = SentimentLabel.valueOf(text.substring(cut + 1));
        double score =
                switch (label) {
                    case NEGATIVE -> -1;
                    case NEUTRAL -> 0;
                    case POSITIVE -> 1;
                };
        return new Reading(
                ReadingStatus.READ,
                "",
                "und",
                new Sentiment(label, score, 1),
                List.of(),
                List.of(new ThemeMention(text.substring(0, cut), label, score, new Span(0, 0), "given")),
                List.of(),
                modelVersion());
    }

    @Override
    public ReplyReading readReply(String reply) {
        return new ReplyReading("", List.of());
    }

    @Override
    public String modelVersion() {
        return "given";
    }

    @Override
    public String taxonomyVersion() {
        return "given";
    }
}
