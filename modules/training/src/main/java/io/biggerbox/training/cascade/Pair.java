package io.biggerbox.training.cascade;

import io.biggerbox.cascade.CascadeModel;
import io.biggerbox.text.Leaning;
import io.biggerbox.training.corpora.LabelledText;

/**
 * A judged text and what both readers say of it.
 *
 * @param text the text
 * @param first what the fast reader says
 * @param second what the sentence model says
 */
public record Pair(LabelledText text, Leaning first, Leaning second) {

    /** Whether the cascade is right that asks below a margin. */
    public boolean isRight(CascadeModel model, double margin) {
        return agrees(first.margin() < margin ? model.together(first, second) : first);
    }

    /** Whether an answer is the judgement. */
    private boolean agrees(Leaning answer) {
        double[] p = answer.probabilities();
        int best = p[1] >= Math.max(p[0], p[2]) ? 1 : p[0] >= p[2] ? 0 : 2;
        return best == text.place();
    }

    /** How surprising the judgement is after an answer, weighed by how far it is trusted. */
    double surprise(Leaning answer) {
        return -text.weight() * StrictMath.log(Math.max(1e-12, answer.probabilities()[text.place()]));
    }
}
