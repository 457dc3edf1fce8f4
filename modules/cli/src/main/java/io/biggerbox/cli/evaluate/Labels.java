package io.biggerbox.cli.evaluate;

import io.biggerbox.text.SentimentLabel;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the labels of a file mean.
 *
 * @param byName in lower case
 */
public record Labels(Map<String, SentimentLabel> byName) {

    private static final Map<String, SentimentLabel> USUAL = Map.of(
            "negative", SentimentLabel.NEGATIVE,
            "neg", SentimentLabel.NEGATIVE,
            "-1", SentimentLabel.NEGATIVE,
            "neutral", SentimentLabel.NEUTRAL,
            "neu", SentimentLabel.NEUTRAL,
            "positive", SentimentLabel.POSITIVE,
            "pos", SentimentLabel.POSITIVE);

    public Labels {
        byName = Map.copyOf(byName);
    }

    /** The usual names, and those of {@code more} before them. */
    public static Labels with(Map<String, SentimentLabel> more) {
        Map<String, SentimentLabel> all = new LinkedHashMap<>(USUAL);
        more.forEach((name, label) -> all.put(name.toLowerCase(Locale.ROOT), label));
        return new Labels(all);
    }

    /** What a label means; null when nobody said. */
    public @Nullable SentimentLabel of(String name) {
        return byName.get(name.toLowerCase(Locale.ROOT));
    }
}
