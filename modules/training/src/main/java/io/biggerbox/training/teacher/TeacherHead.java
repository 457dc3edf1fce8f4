package io.biggerbox.training.teacher;

import io.biggerbox.sentences.SentenceModel;
import io.biggerbox.training.layers.Algebra;
import io.biggerbox.training.layers.Dense;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What the sentence model's numbers say about sentiment: one hidden layer, learned from judged texts with some of its
 * units hidden at random (dropout, Srivastava et al., 2014). Deterministic.
 */
final class TeacherHead {
    private static final int HIDDEN = 32;
    private static final int CLASSES = 2;
    private static final int EPOCHS = 6;
    private static final int BATCH = 64;
    private static final float RATE = 1e-3f;

    /** Share of the first step size that the last one has. */
    private static final float LAST = 0.03f;

    private static final float DROPPED = 0.3f;

    /** Embeddings have length 1, so that each number is small. */
    private static final float LOUDER = 8;

    private final Random random;
    private final Dense inner;
    private final Dense outer;
    private final float[] input = new float[SentenceModel.SIZE];
    private final float[] states = new float[HIDDEN];
    private final float[] mask = new float[HIDDEN];
    private final float[] logits = new float[CLASSES];
    private final float[] probabilities = new float[CLASSES + 1];
    private final float[] stateSlopes = new float[HIDDEN];
    private final float[] inputSlopes = new float[SentenceModel.SIZE];

    TeacherHead(long seed) {
        this.random = new Random(seed);
        this.inner = new Dense(SentenceModel.SIZE, HIDDEN, random);
        this.outer = new Dense(HIDDEN, CLASSES, random);
    }

    /** Learns from judged texts. */
    void learn(List<Judged> texts) {
        List<Judged> order = new ArrayList<>(texts);
        int batches = order.size() / BATCH;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (int batch = 0; batch < batches; batch++) {
                for (Judged text : order.subList(batch * BATCH, (batch + 1) * BATCH)) {
                    learn(text);
                }
                float done = (epoch * batches + batch) / (float) (EPOCHS * batches);
                inner.step(RATE * (1 - (1 - LAST) * done));
                outer.step(RATE * (1 - (1 - LAST) * done));
            }
        }
    }

    private void learn(Judged text) {
        for (int h = 0; h < HIDDEN; h++) {
            mask[h] = random.nextFloat() < DROPPED ? 0 : 1 / (1 - DROPPED);
        }
        forward(text.embedding());
        float scale = text.weight() / BATCH;
        float[] slope = {
            scale * (probabilities[0] - (text.place() == 0 ? 1 : 0)),
            scale * (probabilities[2] - (text.place() == 2 ? 1 : 0))
        };
        Arrays.fill(stateSlopes, 0);
        outer.backward(states, slope, stateSlopes);
        for (int h = 0; h < HIDDEN; h++) {
            stateSlopes[h] = states[h] > 0 ? stateSlopes[h] * mask[h] : 0;
        }
        inner.backward(input, stateSlopes, inputSlopes);
    }

    private void forward(float[] embedding) {
        for (int i = 0; i < input.length; i++) {
            input[i] = LOUDER * embedding[i];
        }
        inner.forward(input, states);
        for (int h = 0; h < HIDDEN; h++) {
            states[h] = Math.max(0, states[h]) * mask[h];
        }
        outer.forward(states, logits);
        Algebra.softmax(logits, probabilities);
    }

    /** Probabilities of NEGATIVE, NEUTRAL and POSITIVE. */
    float[] probabilities(float[] embedding) {
        Arrays.fill(mask, 1);
        forward(embedding);
        return probabilities.clone();
    }
}
