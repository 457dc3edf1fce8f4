package io.biggerbox.text.sentiment;

import io.biggerbox.text.Leaning;
import io.biggerbox.text.Sentiment;
import io.biggerbox.text.SentimentLabel;
import io.biggerbox.text.rules.WordPatterns;

/** Judges how sentences feel, by what a {@link Gauge} adds up. Immutable and safe for use by any number of threads. */
public final class SentimentScorer {
    /** Logits per point of rule valence: towards the side it names, and away from the other. */
    private static final double TOWARDS = 0.5;

    private static final double AWAY = 0.3;
    private static final double STRONGEST_RULES = 9;

    private final GatedNetwork network;
    private final WordPatterns idioms;
    private final Faces faces;

    /**
     * @param model what was learned
     * @param idioms complaint and praise idioms; their score is a valence from −4 to +4
     * @param faces valence of emoji and emoticons
     */
    public SentimentScorer(SentimentModel model, WordPatterns idioms, Faces faces) {
        this.network = model.network();
        this.idioms = idioms;
        this.faces = faces;
    }

    /** A new gauge, for one thread. */
    public Gauge gauge() {
        return new Gauge(new Gates(network), idioms, faces);
    }

    /** The sentiment of what has been added up. */
    public Sentiment sentiment(Lean lean) {
        if (isUnknown(lean)) {
            return Sentiment.UNKNOWN;
        }
        Leaning own = leaning(lean);
        double weight = lean.weight();
        return softmax(own.negative() + lean.moreNegative / weight, own.positive() + lean.morePositive / weight);
    }

    /** Whether nothing in it means anything to this reader. */
    public boolean isUnknown(Lean lean) {
        return lean.known == 0 && lean.rules == 0;
    }

    /** What the network and the rules make of what has been added up, without any second opinion. */
    public Leaning leaning(Lean lean) {
        double[] logits = network.logits(lean);
        double rules = bounded(lean.rules);
        return new Leaning(logits[0] + offset(-rules), logits[1] + offset(rules));
    }

    /** Rule valence, kept from drowning the words. */
    public static double bounded(double valence) {
        return Math.max(-STRONGEST_RULES, Math.min(STRONGEST_RULES, valence));
    }

    /** What rule valence adds to the logit of the side it points to, or takes from the other. */
    public static double offset(double valence) {
        return valence > 0 ? TOWARDS * valence : AWAY * valence;
    }

    private static Sentiment softmax(double negative, double positive) {
        double top = Math.max(0, Math.max(negative, positive));
        double n = StrictMath.exp(negative - top);
        double p = StrictMath.exp(positive - top);
        double o = StrictMath.exp(-top);
        double all = n + p + o;
        SentimentLabel label = label(n / all, p / all, o / all);
        double score = Math.max(-1, Math.min(1, (p - n) / all));
        return new Sentiment(label, score, Math.min(1, Math.max(n, Math.max(p, o)) / all));
    }

    /** A side must be likelier than nothing at all. */
    private static SentimentLabel label(double negative, double positive, double neither) {
        if (negative >= positive) {
            return negative > neither ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL;
        }
        return positive > neither ? SentimentLabel.POSITIVE : SentimentLabel.NEUTRAL;
    }
}
