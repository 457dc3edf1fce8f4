package io.biggerbox.training.student;

import io.biggerbox.sentences.Embeddings;
import io.biggerbox.text.tokens.Vocabulary;
import io.biggerbox.training.corpora.Aside;
import io.biggerbox.training.corpora.LabelledText;
import io.biggerbox.training.teacher.Teacher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Teaches the network: on every text it shall say what the teacher says and, where somebody judged the text, what that
 * person said (distillation with soft labels, Hinton et al., 2015). Texts kept aside are never shown.
 */
public final class Lesson {
    /** Share of the first step size that the last one has. */
    private static final float LAST = 0.03f;

    private final Samples samples;
    private final Network network;
    private final Plan plan;
    private final int hints;
    private final Random random;
    private final List<Sample> lesson = new ArrayList<>();

    /**
     * Prepares to learn.
     *
     * @param shape sizes of the network
     * @param plan how to learn
     * @param vocabulary the words of its table
     * @param start numbers of the words to begin with
     */
    public Lesson(Shape shape, Plan plan, Vocabulary vocabulary, float[] start, Random random) {
        this.plan = plan;
        this.samples = new Samples(vocabulary, shape.buckets());
        this.network = new Network(shape, start, plan.hinted(), random);
        this.hints = shape.hints();
        this.random = random;
    }

    /** Takes all texts that are not kept aside. */
    public void prepare(List<String> texts, List<LabelledText> labelled, Embeddings embeddings, Teacher teacher) {
        Map<String, LabelledText> judged = new HashMap<>();
        labelled.forEach(text -> judged.put(text.text(), text));
        List<String> shown = texts.stream().filter(text -> !Aside.holds(text)).toList();
        Components few = Components.of(shown.stream().map(embeddings::of).toList(), hints, random);
        for (String text : shown) {
            float[] soft = teacher.probabilities(embeddings.of(text));
            LabelledText label = judged.get(text);
            double gold = label == null ? 0 : plan.judged() * label.weight();
            float[] target = new float[soft.length];
            for (int c = 0; c < soft.length; c++) {
                double hard = label != null && label.place() == c ? gold : 0;
                target[c] = (float) ((soft[c] + hard) / (1 + gold));
            }
            lesson.add(samples.of(text, target, few.of(embeddings.of(text)), (float) (1 + gold)));
        }
    }

    /** Learns, and says how far it got. */
    public Network learn() {
        int batch = plan.batch();
        long steps = (long) plan.epochs() * (lesson.size() / batch);
        long step = 0;
        for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
            Collections.shuffle(lesson, random);
            double loss = 0;
            double weight = 0;
            for (int from = 0; from + batch <= lesson.size(); from += batch) {
                List<Sample> samples = lesson.subList(from, from + batch);
                float left = 1 - (1 - LAST) * step / steps;
                loss += network.learn(samples, plan.rate() * left, plan.gramRate() * left, plan.dropped(), random);
                weight += samples.stream().mapToDouble(Sample::weight).sum();
                step++;
            }
            System.out.printf(
                    Locale.ROOT,
                    "epoch %d of %d, %d texts, loss %.4f%n",
                    epoch,
                    plan.epochs(),
                    lesson.size(),
                    loss / weight);
        }
        return network;
    }

    /**
     * What the logits must be multiplied with so that the confidence in texts kept aside is right on average (temperature
     * scaling, Guo et al., 2017).
     */
    public double sharpness(List<LabelledText> labelled) {
        List<float[]> answers = new ArrayList<>();
        List<LabelledText> aside =
                labelled.stream().filter(LabelledText::keptAside).toList();
        for (LabelledText text : aside) {
            answers.add(network.answer(samples.of(text.text(), new float[3], new float[0], 1)));
        }
        double best = 1;
        double least = Double.MAX_VALUE;
        for (double sharpness = 0.3; sharpness <= 3; sharpness += 0.02) {
            double loss = 0;
            for (int i = 0; i < answers.size(); i++) {
                double p = sharpened(answers.get(i), sharpness)[aside.get(i).place()];
                loss -= aside.get(i).weight() * StrictMath.log(Math.max(1e-12, p));
            }
            if (loss < least) {
                least = loss;
                best = sharpness;
            }
        }
        return best;
    }

    private static double[] sharpened(float[] answer, double sharpness) {
        double[] p = new double[answer.length];
        double all = 0;
        for (int c = 0; c < p.length; c++) {
            p[c] = StrictMath.pow(Math.max(1e-12, answer[c]), sharpness);
            all += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= all;
        }
        return p;
    }
}
