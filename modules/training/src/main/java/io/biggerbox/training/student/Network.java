package io.biggerbox.training.student;

import io.biggerbox.training.layers.Algebra;
import io.biggerbox.training.layers.Dense;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The network while it learns: words add to gated units; the largest and the mean state of every unit, through one hidden
 * layer, and the word sequences of the text (Wang and Manning, 2012) give the answer. One thread, fixed order, so that the
 * same data gives the same network.
 */
public final class Network {
    static final int CLASSES = 2;

    /** Of what is hidden from it, words are hidden less often than states: a text has few of them. */
    private static final float WORDS_HIDDEN = 0.4f;

    final Shape shape;
    final WordTable words;
    final Units units;
    final Dense hidden;
    final Dense out;
    final Grams grams;

    /** Used while learning only: what the teacher makes of the text, guessed from the pools. */
    private final Dense hints;

    private final float hintWeight;

    private final float[] pools;
    private final float[] poolSlopes;
    private final float[] mask;
    private final float[] inner;
    private final float[] innerSlopes;
    private final float[] logits = new float[CLASSES];
    private final float[] probabilities = new float[3];
    private final float[] hint;

    /**
     * A network that has learned nothing yet.
     *
     * @param shape sizes
     * @param start numbers of every word to begin with, {@code shape.words() * shape.width()}
     * @param hintWeight how much guessing the teacher's numbers counts beside its answer
     * @param random what the other numbers are drawn from
     */
    public Network(Shape shape, float[] start, float hintWeight, Random random) {
        this.shape = shape;
        this.hintWeight = hintWeight;
        this.words = new WordTable(shape, start, random);
        this.units = new Units(shape.units());
        this.hidden = new Dense(shape.pools(), shape.hidden(), random);
        this.out = new Dense(shape.hidden(), CLASSES, random);
        this.grams = new Grams(shape.buckets());
        this.hints = new Dense(shape.pools(), shape.hints(), random);
        this.pools = new float[shape.pools()];
        this.poolSlopes = new float[shape.pools()];
        this.mask = new float[shape.pools()];
        this.inner = new float[shape.hidden()];
        this.innerSlopes = new float[shape.hidden()];
        this.hint = new float[shape.hints()];
    }

    /**
     * Learns from one batch.
     *
     * @param rate how far the numbers may move
     * @param gramRate the same for word sequences
     * @param dropped share of words and hidden numbers that are hidden from it at random
     * @return summed loss
     */
    double learn(List<Sample> batch, float rate, float gramRate, float dropped, Random random) {
        List<int[][]> places = words.open(batch, dropped * WORDS_HIDDEN, random);
        double loss = 0;
        for (int i = 0; i < batch.size(); i++) {
            Sample sample = batch.get(i);
            forward(places.get(i), sample.grams, dropped, random);
            loss += sample.weight() * loss(sample.target);
            backward(sample, 1f / batch.size(), gramRate);
        }
        words.step(rate);
        units.step(rate);
        hidden.step(rate);
        out.step(rate);
        hints.step(rate);
        return loss;
    }

    /** Probabilities of NEGATIVE, NEUTRAL and POSITIVE. */
    float[] answer(Sample sample) {
        forward(words.open(List.of(sample), 0, null).get(0), sample.grams, 0, null);
        return probabilities.clone();
    }

    private void forward(int[][] places, int[] sequences, float dropped, @Nullable Random random) {
        units.forward(places, words, pools);
        for (int p = 0; p < pools.length; p++) {
            mask[p] = random == null ? 1 : random.nextFloat() < dropped ? 0 : 1 / (1 - dropped);
            pools[p] *= mask[p];
        }
        hidden.forward(pools, inner);
        for (int h = 0; h < inner.length; h++) {
            inner[h] = Math.max(0, inner[h]);
        }
        out.forward(inner, logits);
        grams.forward(sequences, logits);
        Algebra.softmax(logits, probabilities);
    }

    private double loss(float[] target) {
        double loss = 0;
        for (int c = 0; c < target.length; c++) {
            loss -= target[c] * StrictMath.log(Math.max(1e-9, probabilities[c]));
        }
        return loss;
    }

    private void backward(Sample sample, float share, float gramRate) {
        float scale = share * sample.weight();
        float[] slope = {(probabilities[0] - sample.target[0]) * scale, (probabilities[2] - sample.target[2]) * scale};
        grams.step(sample.grams, slope, gramRate);
        Arrays.fill(innerSlopes, 0);
        Arrays.fill(poolSlopes, 0);
        out.backward(inner, slope, innerSlopes);
        for (int h = 0; h < inner.length; h++) {
            innerSlopes[h] = inner[h] > 0 ? innerSlopes[h] : 0;
        }
        hidden.backward(pools, innerSlopes, poolSlopes);
        guess(sample.hint, share);
        for (int p = 0; p < pools.length; p++) {
            poolSlopes[p] *= mask[p];
        }
        units.backward(poolSlopes, words);
    }

    /** The pools shall also tell what the teacher's own numbers are: far more to learn from than three probabilities. */
    private void guess(float[] wanted, float share) {
        hints.forward(pools, hint);
        float scale = share * hintWeight / hint.length;
        for (int k = 0; k < hint.length; k++) {
            hint[k] = (hint[k] - wanted[k]) * scale;
        }
        hints.backward(pools, hint, poolSlopes);
    }
}
