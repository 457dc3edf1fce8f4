package io.biggerbox.training.cascade;

import io.biggerbox.sentences.Embeddings;
import io.biggerbox.training.corpora.LabelledText;
import java.util.List;

/** Learns what the sentence model's numbers say about sentiment. */
public final class HeadMaker {
    private final float[] negative;
    private final float[] positive;

    private HeadMaker(float[] negative, float[] positive) {
        this.negative = negative;
        this.positive = positive;
    }

    /** Learns from judged texts; deterministic. */
    public static HeadMaker learn(List<LabelledText> texts, Embeddings embeddings, long seed) {
        Scaling scaling = Scaling.of(
                texts.stream().map(text -> embeddings.of(text.text())).toList());
        LinearHead head = new LinearHead();
        texts.forEach(text -> head.add(scaling.scaled(embeddings.of(text.text())), text));
        head.learn(seed);
        return new HeadMaker(scaling.folded(head.towards(0)), scaling.folded(head.towards(2)));
    }

    /** Weights towards NEGATIVE against NEUTRAL, then the bias. */
    public float[] negative() {
        return negative.clone();
    }

    /** Weights towards POSITIVE against NEUTRAL, then the bias. */
    public float[] positive() {
        return positive.clone();
    }
}
