package io.biggerbox.training.teacher;

import io.biggerbox.sentences.Embeddings;
import io.biggerbox.training.corpora.LabelledText;
import java.util.ArrayList;
import java.util.List;

/** Says how a text feels, from its embedding: the mean of several heads that began differently. Deterministic. */
public final class Teacher {
    private static final int HEADS = 3;

    private final List<TeacherHead> heads;

    private Teacher(List<TeacherHead> heads) {
        this.heads = heads;
    }

    /**
     * Learns from all judged texts that are not kept aside and have an embedding.
     *
     * @param labelled judged texts
     * @param embeddings of most of them
     */
    public static Teacher of(List<LabelledText> labelled, Embeddings embeddings, long seed) {
        List<Judged> judged = new ArrayList<>();
        for (LabelledText text : labelled) {
            if (!text.keptAside() && embeddings.holds(text.text())) {
                judged.add(new Judged(embeddings.of(text.text()), text.place(), (float) text.weight()));
            }
        }
        List<TeacherHead> heads = new ArrayList<>();
        for (int h = 0; h < HEADS; h++) {
            TeacherHead head = new TeacherHead(seed + h);
            head.learn(judged);
            heads.add(head);
        }
        return new Teacher(heads);
    }

    /** Probabilities of NEGATIVE, NEUTRAL and POSITIVE. */
    public float[] probabilities(float[] embedding) {
        float[] mean = new float[3];
        for (TeacherHead head : heads) {
            float[] p = head.probabilities(embedding);
            for (int c = 0; c < mean.length; c++) {
                mean[c] += p[c] / heads.size();
            }
        }
        return mean;
    }
}
