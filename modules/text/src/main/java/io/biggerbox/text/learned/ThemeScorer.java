package io.biggerbox.text.learned;

import io.biggerbox.text.meaning.Meaning;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads sentences with a learned model. Immutable and safe for use by any number of threads. */
public final class ThemeScorer {
    /** Logits so far below the best are as good as impossible. */
    private static final float NEGLIGIBLE = 12;

    private static final double SMOOTH = 2;
    private static final int MOST_WORDS = 3;
    private static final float TELLING = 0.1f;

    private final ThemeModel model;
    private final Meaning meanings;

    /**
     * @param model what was learned
     * @param meanings those that it was learned with
     * @throws IllegalArgumentException if they are others
     */
    public ThemeScorer(ThemeModel model, Meaning meanings) {
        if (!model.meaning().equals(meanings.version()) || model.width() != meanings.width()) {
            throw new IllegalArgumentException("the theme model was compiled with word meanings " + model.meaning()
                    + ", this version has " + meanings.version() + "; compile the taxonomy again");
        }
        this.model = model;
        this.meanings = meanings;
    }

    /** What it reads with. */
    public ThemeModel model() {
        return model;
    }

    /** Nothing, to add sentences to. */
    public ThemeSums nothing() {
        return new ThemeSums(model.labels().size(), model.width());
    }

    /** What a sentence adds up to. */
    public ThemeSums sums(Line line, ThemeFeatures features) {
        ThemeSums sums = nothing();
        features.clear();
        features.add(line);
        sums.features = features.count();
        for (int i = 0; i < features.count(); i++) {
            model.features().add(features.hash(i), sums.logits);
        }
        for (int i = 0; i < line.size(); i++) {
            meanings.add(line.token(i), sums.meaning);
        }
        return sums;
    }

    /** What sequences are worth among so many: long texts do not shout short ones down. */
    public static float share(int features) {
        return (float) (1 / Math.sqrt(features + SMOOTH));
    }

    /** Probability of every class; together 1. */
    public float[] probabilities(ThemeSums sums) {
        float[] logits = logits(sums);
        float best = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            best = Math.max(best, logit);
        }
        double all = 0;
        for (int c = 0; c < logits.length; c++) {
            float below = logits[c] - best;
            logits[c] = below < -NEGLIGIBLE ? 0 : (float) StrictMath.exp(below);
            all += logits[c];
        }
        for (int c = 0; c < logits.length; c++) {
            logits[c] = (float) (logits[c] / all);
        }
        return logits;
    }

    private float[] logits(ThemeSums sums) {
        float[] logits = new float[sums.logits.length];
        float[] direction = sums.direction();
        float[] weights = model.meanings();
        for (int d = 0; d < direction.length; d++) {
            float value = direction[d];
            int at = d * logits.length;
            for (int c = 0; c < logits.length; c++) {
                logits[c] += value * weights[at + c];
            }
        }
        float share = share(sums.features);
        for (int c = 0; c < logits.length; c++) {
            logits[c] = model.sharpness() * (logits[c] + share * sums.logits[c] + model.bias(c));
        }
        return logits;
    }

    /** The words of a sentence that speak most for a class, in their order; may be none. */
    public List<String> telling(Line line, ThemeSums sums, int label) {
        float share = share(sums.features);
        record Told(int position, float weight) {}
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < line.words(); i++) {
            float weight = share * model.features().weight(ThemeFeatures.hash(line.word(i)), label);
            if (weight > TELLING) {
                told.add(new Told(i, weight));
            }
        }
        return told.stream()
                .sorted(Comparator.comparingDouble((Told one) -> -one.weight()).thenComparingInt(Told::position))
                .limit(MOST_WORDS)
                .sorted(Comparator.comparingInt(Told::position))
                .map(one -> line.word(one.position()))
                .map(Token::form)
                .toList();
    }
}
