package io.biggerbox.compiler;

import io.biggerbox.text.learned.ThemeScorer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The fast model while it learns: a softmax over word sequences and the static meaning, taught with soft labels
 * (distillation, Hinton et al., 2015) by AdaGrad (Duchi et al., 2011). Some sequences are left out at every look, so that
 * no single one is relied upon. Deterministic for a seed.
 */
final class Student {
    private static final long SEED = 20260103;
    private static final float RATE = 0.25f;
    private static final float CALM = 0.02f;
    private static final float DROPPED = 0.5f;

    /**
     * What the meaning is multiplied with. AdaGrad moves a weight as far for a small number as for a large one, so this says
     * how much the meaning may tell beside the word sequences. With 3, fewer texts were read right, and a third more texts
     * about nothing were put into a theme (see the model card).
     */
    private static final float MEANING_SCALE = 0.5f;

    /** Being so little wrong about a class is right enough: most classes are, and need no time. */
    private static final float NEGLIGIBLE = 0.002f;

    private static final int MOST_LOOKS = 60;
    private static final int FEWEST_LOOKS = 14;
    private static final int LOOKS = 160_000;

    /** With this many texts, a sequence that stands in one of them only is not learned. */
    private static final int MANY_TEXTS = 2000;

    private final int classes;
    private final int width;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final float[][] grams;
    private final float[][] gramSquares;
    private final float[] dense;
    private final float[] denseSquares;
    private final float[] biases;
    private final float[] biasSquares;
    private float sharpness = 1;

    private Student(List<SeenText> texts, int classes) {
        this.classes = classes;
        this.width = texts.get(0).width();
        Map<Integer, Integer> counts = new HashMap<>();
        for (SeenText text : texts) {
            for (int i = 0; i < text.features(); i++) {
                counts.merge(text.hash(i), 1, Integer::sum);
            }
        }
        int fewest = texts.size() < MANY_TEXTS ? 1 : 2;
        for (SeenText text : texts) {
            for (int i = 0; i < text.features(); i++) {
                if (counts.getOrDefault(text.hash(i), 0) >= fewest) {
                    places.putIfAbsent(text.hash(i), places.size());
                }
            }
        }
        this.grams = new float[places.size()][classes];
        this.gramSquares = new float[places.size()][classes];
        for (float[] row : gramSquares) {
            Arrays.fill(row, CALM);
        }
        this.dense = new float[width * classes];
        this.denseSquares = new float[width * classes];
        Arrays.fill(denseSquares, CALM);
        this.biases = new float[classes];
        this.biasSquares = new float[classes];
        Arrays.fill(biasSquares, CALM);
    }

    /**
     * Teaches a new student.
     *
     * @param texts what it looks at
     * @param wanted probabilities of all classes for each of them; null for texts to leave out
     * @param weights how much each of them counts
     */
    static Student taught(List<SeenText> texts, float[][] wanted, float[] weights, int classes) {
        Student student = new Student(texts, classes);
        int[] order = new int[texts.size()];
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            if (wanted[i] != null && weights[i] > 0) {
                order[count] = i;
                count++;
            }
        }
        int looks = Math.max(FEWEST_LOOKS, Math.min(MOST_LOOKS, LOOKS / Math.max(1, count)));
        Random random = new Random(SEED);
        for (int look = 0; look < looks; look++) {
            shuffle(order, count, random);
            float rate = RATE * (1 - 0.9f * look / looks);
            for (int k = 0; k < count; k++) {
                int i = order[k];
                student.learn(texts.get(i), wanted[i], weights[i], rate, random);
            }
        }
        return student;
    }

    private static void shuffle(int[] order, int count, Random random) {
        for (int k = count - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int kept = order[k];
            order[k] = order[other];
            order[other] = kept;
        }
    }

    private void learn(SeenText text, float[] wanted, float weight, float rate, Random random) {
        int[] used = new int[text.features()];
        int count = 0;
        for (int i = 0; i < used.length; i++) {
            Integer place = places.get(text.hash(i));
            if (place != null && random.nextFloat() >= DROPPED) {
                used[count] = place;
                count++;
            }
        }
        float share = ThemeScorer.share(text.features()) / (1 - DROPPED);
        float[] slopes = new float[classes];
        addTo(slopes, text, used, count, share);
        softmax(slopes);
        int[] wrong = new int[classes];
        int wrongs = 0;
        for (int c = 0; c < classes; c++) {
            slopes[c] = weight * (slopes[c] - wanted[c]);
            wrong[wrongs] = c;
            wrongs += Math.abs(slopes[c]) > NEGLIGIBLE ? 1 : 0;
        }
        int[] classesToMove = Arrays.copyOf(wrong, wrongs);
        for (int i = 0; i < count; i++) {
            move(grams[used[i]], gramSquares[used[i]], 0, classesToMove, slopes, share, rate);
        }
        for (int d = 0; d < width; d++) {
            float input = MEANING_SCALE * text.meaning(d);
            move(dense, denseSquares, d * classes, classesToMove, slopes, input, rate);
        }
        move(biases, biasSquares, 0, classesToMove, slopes, 1, rate);
    }

    private static void move(
            float[] values, float[] squares, int at, int[] moved, float[] slopes, float input, float rate) {
        for (int c : moved) {
            float slope = slopes[c] * input;
            squares[at + c] += slope * slope;
            values[at + c] -= rate * slope / (float) Math.sqrt(squares[at + c]);
        }
    }

    private void addTo(float[] logits, SeenText text, int[] used, int count, float share) {
        for (int i = 0; i < count; i++) {
            float[] row = grams[used[i]];
            for (int c = 0; c < classes; c++) {
                logits[c] += share * row[c];
            }
        }
        for (int d = 0; d < width; d++) {
            float value = MEANING_SCALE * text.meaning(d);
            for (int c = 0; c < classes; c++) {
                logits[c] += value * dense[d * classes + c];
            }
        }
        for (int c = 0; c < classes; c++) {
            logits[c] += biases[c];
        }
    }

    /** Logits of all classes, before they are sharpened. */
    float[] logits(SeenText text) {
        int[] used = new int[text.features()];
        int count = 0;
        for (int i = 0; i < used.length; i++) {
            Integer place = places.get(text.hash(i));
            if (place != null) {
                used[count] = place;
                count++;
            }
        }
        float[] logits = new float[classes];
        addTo(logits, text, used, count, ThemeScorer.share(text.features()));
        return logits;
    }

    /** Probabilities of all classes. */
    float[] probabilities(SeenText text) {
        float[] logits = logits(text);
        for (int c = 0; c < classes; c++) {
            logits[c] *= sharpness;
        }
        softmax(logits);
        return logits;
    }

    static void softmax(float[] logits) {
        float best = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            best = Math.max(best, logit);
        }
        double all = 0;
        for (int c = 0; c < logits.length; c++) {
            logits[c] = (float) StrictMath.exp(logits[c] - best);
            all += logits[c];
        }
        for (int c = 0; c < logits.length; c++) {
            logits[c] = (float) (logits[c] / all);
        }
    }

    void sharpen(float factor) {
        sharpness = factor;
    }

    float sharpness() {
        return sharpness;
    }

    int classes() {
        return classes;
    }

    int width() {
        return width;
    }

    float bias(int label) {
        return biases[label];
    }

    /** Weight of one number of the meaning. */
    float dense(int d, int label) {
        return MEANING_SCALE * dense[d * classes + label];
    }

    /** The hash of every word sequence, and the place of its weights. */
    Map<Integer, Integer> places() {
        return places;
    }

    float gram(int place, int label) {
        return grams[place][label];
    }
}
