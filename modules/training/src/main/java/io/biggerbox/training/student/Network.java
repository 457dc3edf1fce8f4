package io.biggerbox.training.student;

import io.biggerbox.text.sentiment.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The network while it learns. Every word adds numbers to gated units that read the sentence forwards and backwards
 * (quasi-recurrent units, Bradbury et al., 2017, of which only the forget gate is kept); the largest and the mean state
 * of every unit, through one hidden layer, and the word sequences of the text (Wang and Manning, 2012) give the answer.
 *
 * <p>Words have few numbers of their own and one matrix makes their rows, so that rare words share what frequent ones
 * learned. One thread, fixed order, so that the same data gives the same network.
 */
public final class Network {
    static final int CLASSES = 2;

    final Shape shape;
    final float[] words;
    final float[] matrix;
    final float[] unitBias;
    final float[] hiddenWeights;
    final float[] hiddenBias;
    final float[] outWeights;
    final float[] outBias;
    final float[] grams;

    /** Used while learning only: what the teacher makes of the text, guessed from the pools. */
    private final float[] hintWeights;

    private final float[] hintBias;

    private final Moments wordMoments;
    private final Moments matrixMoments;
    private final Moments smallMoments;
    private final float[] gramSquares;

    // the distinct words of one batch
    private final int[] slotOf;
    private int[] slots = new int[64];
    private int used;
    private float[] rows = new float[0];
    private final List<int[][]> mapped = new ArrayList<>();
    private float[] rowSlopes = new float[0];

    private final float[] matrixSlopes;
    private final float[] small;
    private final float[] smallSlopes;
    private final float hintWeight;
    private final Pass pass;

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
        this.words = start.clone();
        this.matrix = drawn(shape.width() * shape.row(), 1 / Math.sqrt(shape.width()), random);
        this.unitBias = new float[4 * shape.units()];
        for (int u = 0; u < shape.units(); u++) {
            // gates begin half open
            unitBias[shape.units() + u] = 1;
            unitBias[3 * shape.units() + u] = 1;
        }
        this.hiddenWeights = drawn(shape.pools() * shape.hidden(), 1 / Math.sqrt(shape.pools()), random);
        this.hiddenBias = new float[shape.hidden()];
        this.outWeights = drawn(shape.hidden() * CLASSES, 1 / Math.sqrt(shape.hidden()), random);
        this.outBias = new float[CLASSES];
        this.grams = new float[shape.buckets() * CLASSES];
        this.hintWeights = drawn(shape.pools() * shape.hints(), 1 / Math.sqrt(shape.pools()), random);
        this.hintBias = new float[shape.hints()];
        this.wordMoments = new Moments(words.length);
        this.matrixMoments = new Moments(matrix.length);
        this.matrixSlopes = new float[matrix.length];
        int count = 0;
        for (float[] part : smallParts()) {
            count += part.length;
        }
        this.small = new float[count];
        this.smallSlopes = new float[count];
        this.smallMoments = new Moments(count);
        this.gramSquares = new float[grams.length];
        this.slotOf = new int[shape.words()];
        this.pass = new Pass(shape);
    }

    private float[][] smallParts() {
        return new float[][] {unitBias, hiddenWeights, hiddenBias, outWeights, outBias, hintWeights, hintBias};
    }

    private static float[] drawn(int size, double spread, Random random) {
        float[] out = new float[size];
        for (int i = 0; i < size; i++) {
            out[i] = (float) (random.nextGaussian() * spread);
        }
        return out;
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
        collect(batch, dropped, random);
        Arrays.fill(rowSlopes, 0, used * shape.row(), 0);
        Arrays.fill(matrixSlopes, 0);
        Arrays.fill(smallSlopes, 0);
        double loss = 0;
        float scale = 1f / batch.size();
        for (int i = 0; i < batch.size(); i++) {
            Sample sample = batch.get(i);
            pass.forward(this, mapped.get(i), sample.grams, dropped, random);
            loss += sample.weight() * pass.loss(sample.target);
            pass.backward(this, sample, scale, gramRate);
        }
        apply(rate);
        return loss;
    }

    /** Probabilities of NEGATIVE, NEUTRAL and POSITIVE. */
    float[] answer(Sample sample) {
        collect(List.of(sample), 0, null);
        pass.forward(this, mapped.get(0), sample.grams, 0, null);
        return pass.probabilities.clone();
    }

    private void collect(List<Sample> batch, float dropped, @Nullable Random random) {
        for (int s = 0; s < used; s++) {
            slotOf[slots[s]] = 0;
        }
        used = 0;
        mapped.clear();
        slot(Inputs.EDGE);
        for (Sample sample : batch) {
            int[][] sentences = new int[sample.sentences.length][];
            for (int s = 0; s < sentences.length; s++) {
                int[] from = sample.sentences[s];
                int[] to = new int[from.length];
                for (int i = 0; i < from.length; i++) {
                    boolean drop = random != null && random.nextFloat() < dropped * 0.4f;
                    to[i] = slot(drop ? Inputs.UNKNOWN : from[i]);
                }
                sentences[s] = to;
            }
            mapped.add(sentences);
        }
        int row = shape.row();
        if (rows.length < used * row) {
            rows = new float[used * row * 3 / 2];
            rowSlopes = new float[rows.length];
        }
        int width = shape.width();
        for (int s = 0; s < used; s++) {
            int at = s * row;
            Arrays.fill(rows, at, at + row, 0);
            int word = slots[s] * width;
            for (int d = 0; d < width; d++) {
                axpy(words[word + d], matrix, d * row, rows, at, row);
            }
        }
    }

    private int slot(int word) {
        if (slotOf[word] == 0) {
            if (used == slots.length) {
                slots = Arrays.copyOf(slots, used * 2);
            }
            slots[used] = word;
            used++;
            slotOf[word] = used;
        }
        return slotOf[word] - 1;
    }

    private void apply(float rate) {
        int row = shape.row();
        int width = shape.width();
        float[] turned = turned(matrix, width, row);
        float[] slope = new float[width];
        for (int s = 0; s < used; s++) {
            int at = s * row;
            int word = slots[s] * width;
            Arrays.fill(slope, 0);
            for (int r = 0; r < row; r++) {
                axpy(rowSlopes[at + r], turned, r * width, slope, 0, width);
            }
            for (int d = 0; d < width; d++) {
                axpy(words[word + d], rowSlopes, at, matrixSlopes, d * row, row);
            }
            wordMoments.step(words, word, slope, 0, width, rate, 0);
        }
        matrixMoments.step(matrix, 0, matrixSlopes, 0, matrix.length, rate, 1e-4f);
        int at = 0;
        for (float[] part : smallParts()) {
            System.arraycopy(part, 0, small, at, part.length);
            at += part.length;
        }
        smallMoments.step(small, 0, smallSlopes, 0, small.length, rate, 1e-4f);
        at = 0;
        for (float[] part : smallParts()) {
            System.arraycopy(small, at, part, 0, part.length);
            at += part.length;
        }
    }

    /** Rows become columns: sums then run over neighbours in memory. */
    private static float[] turned(float[] matrix, int rows, int columns) {
        float[] out = new float[matrix.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                out[c * rows + r] = matrix[r * columns + c];
            }
        }
        return out;
    }

    static void axpy(float factor, float[] x, int from, float[] y, int to, int count) {
        for (int i = 0; i < count; i++) {
            y[to + i] += factor * x[from + i];
        }
    }

    static float dot(float[] a, int from, float[] b, int at, int count) {
        // four sums: one would wait for every addition
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int i = 0; i < count; i += 4) {
            s0 += a[from + i] * b[at + i];
            s1 += a[from + i + 1] * b[at + i + 1];
            s2 += a[from + i + 2] * b[at + i + 2];
            s3 += a[from + i + 3] * b[at + i + 3];
        }
        return s0 + s1 + s2 + s3;
    }

    /** One text through the network and back. */
    private static final class Pass {
        private final Shape shape;
        private final int units;
        private float[] z = new float[0];
        private float[] gate = new float[0];
        private float[] slopeZ = new float[0];
        private float[] slopeGate = new float[0];
        private float[] state = new float[0];
        private final float[] pools;
        private final float[] poolSlopes;
        private final int[] where;
        private final float[] mask;
        private final float[] inner;
        private final float[] logits = new float[CLASSES];
        private final float[] probabilities = new float[3];
        private final float[] pre;
        private final float[] hint;
        private int[][] sentences = new int[0][];
        private int length;

        Pass(Shape shape) {
            this.shape = shape;
            this.units = shape.units();
            this.pools = new float[shape.pools()];
            this.poolSlopes = new float[shape.pools()];
            this.where = new int[2 * units];
            this.mask = new float[shape.pools()];
            this.inner = new float[shape.hidden()];
            this.pre = new float[4 * units];
            this.hint = new float[shape.hints()];
        }

        void forward(Network net, int[][] mapped, int[] grams, float dropped, @Nullable Random random) {
            sentences = mapped;
            length = 0;
            for (int[] sentence : mapped) {
                length += sentence.length;
            }
            int two = 2 * units;
            if (z.length < length * two) {
                int size = length * two * 2;
                z = new float[size];
                gate = new float[size];
                slopeZ = new float[size];
                slopeGate = new float[size];
                state = new float[size];
            }
            int base = 0;
            for (int[] sentence : mapped) {
                gates(net, sentence, base);
                run(sentence.length, base);
                base += sentence.length;
            }
            pool();
            for (int p = 0; p < pools.length; p++) {
                mask[p] = random == null ? 1 : random.nextFloat() < dropped ? 0 : 1 / (1 - dropped);
                pools[p] *= mask[p];
            }
            System.arraycopy(net.hiddenBias, 0, inner, 0, inner.length);
            for (int p = 0; p < pools.length; p++) {
                axpy(pools[p], net.hiddenWeights, p * inner.length, inner, 0, inner.length);
            }
            System.arraycopy(net.outBias, 0, logits, 0, CLASSES);
            for (int h = 0; h < inner.length; h++) {
                inner[h] = Math.max(0, inner[h]);
                axpy(inner[h], net.outWeights, h * CLASSES, logits, 0, CLASSES);
            }
            float norm = norm(grams);
            for (int gram : grams) {
                logits[0] += norm * net.grams[gram * CLASSES];
                logits[1] += norm * net.grams[gram * CLASSES + 1];
            }
            softmax(logits, probabilities);
        }

        private static float norm(int[] grams) {
            return (float) (1 / Math.sqrt(grams.length + 2.0));
        }

        private static void softmax(float[] logits, float[] out) {
            double top = Math.max(0, Math.max(logits[0], logits[1]));
            double n = StrictMath.exp(logits[0] - top);
            double p = StrictMath.exp(logits[1] - top);
            double o = StrictMath.exp(-top);
            double all = n + p + o;
            out[0] = (float) (n / all);
            out[1] = (float) (o / all);
            out[2] = (float) (p / all);
        }

        private void gates(Network net, int[] sentence, int base) {
            int row = shape.row();
            int two = 2 * units;
            for (int t = 0; t < sentence.length; t++) {
                System.arraycopy(net.unitBias, 0, pre, 0, 4 * units);
                axpy(1, net.rows, sentence[t] * row, pre, 0, 4 * units);
                int before = t > 0 ? sentence[t - 1] : 0;
                int after = t + 1 < sentence.length ? sentence[t + 1] : 0;
                axpy(1, net.rows, before * row + 4 * units, pre, 0, two);
                axpy(1, net.rows, after * row + 6 * units, pre, two, two);
                int at = (base + t) * two;
                for (int direction = 0; direction < 2; direction++) {
                    int from = direction * two;
                    int to = at + direction * units;
                    for (int u = 0; u < units; u++) {
                        float x = pre[from + u];
                        float d = 1 / (1 + Math.abs(x));
                        z[to + u] = x * d;
                        slopeZ[to + u] = d * d;
                    }
                    for (int u = 0; u < units; u++) {
                        float x = pre[from + units + u];
                        float d = 1 / (1 + Math.abs(x));
                        gate[to + u] = 0.5f + 0.5f * x * d;
                        slopeGate[to + u] = 0.5f * d * d;
                    }
                }
            }
        }

        private void run(int count, int base) {
            int two = 2 * units;
            for (int t = 0; t < count; t++) {
                int at = (base + t) * two;
                for (int u = 0; u < units; u++) {
                    float previous = t > 0 ? state[at - two + u] : 0;
                    state[at + u] = z[at + u] + gate[at + u] * (previous - z[at + u]);
                }
            }
            for (int t = count - 1; t >= 0; t--) {
                int at = (base + t) * two + units;
                for (int u = 0; u < units; u++) {
                    float previous = t + 1 < count ? state[at + two + u] : 0;
                    state[at + u] = z[at + u] + gate[at + u] * (previous - z[at + u]);
                }
            }
        }

        private void pool() {
            int two = 2 * units;
            Arrays.fill(pools, 0);
            if (length == 0) {
                return;
            }
            Arrays.fill(pools, 0, two, -2);
            for (int t = 0; t < length; t++) {
                for (int u = 0; u < two; u++) {
                    float s = state[t * two + u];
                    pools[two + u] += s;
                    if (s > pools[u]) {
                        pools[u] = s;
                        where[u] = t;
                    }
                }
            }
            for (int u = 0; u < two; u++) {
                pools[two + u] /= length;
            }
        }

        double loss(float[] target) {
            double loss = 0;
            for (int c = 0; c < 3; c++) {
                loss -= target[c] * StrictMath.log(Math.max(1e-9, probabilities[c]));
            }
            return loss;
        }

        void backward(Network net, Sample sample, float share, float gramRate) {
            float scale = share * sample.weight();
            float[] slope = {
                (probabilities[0] - sample.target[0]) * scale, (probabilities[2] - sample.target[2]) * scale
            };
            gramStep(net, sample, slope, gramRate);
            int biasAt = net.unitBias.length;
            int hiddenAt = biasAt + net.hiddenWeights.length;
            int outAt = hiddenAt + net.hiddenBias.length;
            int outBiasAt = outAt + net.outWeights.length;
            int hidden = inner.length;
            float[] innerSlope = new float[hidden];
            for (int h = 0; h < hidden; h++) {
                for (int c = 0; c < CLASSES; c++) {
                    net.smallSlopes[outAt + h * CLASSES + c] += inner[h] * slope[c];
                    innerSlope[h] += inner[h] > 0 ? net.outWeights[h * CLASSES + c] * slope[c] : 0;
                }
                net.smallSlopes[hiddenAt + h] += innerSlope[h];
            }
            axpy(1, slope, 0, net.smallSlopes, outBiasAt, CLASSES);
            for (int p = 0; p < pools.length; p++) {
                axpy(pools[p], innerSlope, 0, net.smallSlopes, biasAt + p * hidden, hidden);
                poolSlopes[p] = dot(net.hiddenWeights, p * hidden, innerSlope, 0, hidden) * mask[p];
            }
            hintSlopes(net, sample.hint, share, outBiasAt + CLASSES);
            int base = 0;
            for (int[] sentence : sentences) {
                back(net, sentence, base);
                base += sentence.length;
            }
        }

        /** The pools shall also tell what the teacher's own numbers are: far more to learn from than three probabilities. */
        private void hintSlopes(Network net, float[] wanted, float share, int at) {
            int hints = hint.length;
            System.arraycopy(net.hintBias, 0, hint, 0, hints);
            for (int p = 0; p < pools.length; p++) {
                axpy(pools[p], net.hintWeights, p * hints, hint, 0, hints);
            }
            float scale = share * net.hintWeight;
            for (int k = 0; k < hints; k++) {
                hint[k] = (hint[k] - wanted[k]) * scale / hints;
            }
            int biasAt = at + net.hintWeights.length;
            axpy(1, hint, 0, net.smallSlopes, biasAt, hints);
            for (int p = 0; p < pools.length; p++) {
                axpy(pools[p], hint, 0, net.smallSlopes, at + p * hints, hints);
                poolSlopes[p] += dot(net.hintWeights, p * hints, hint, 0, hints) * mask[p];
            }
        }

        private static void gramStep(Network net, Sample sample, float[] slope, float gramRate) {
            float norm = norm(sample.grams);
            for (int gram : sample.grams) {
                for (int c = 0; c < CLASSES; c++) {
                    int at = gram * CLASSES + c;
                    float g = slope[c] * norm * 64 + 1e-4f * net.grams[at];
                    net.gramSquares[at] += g * g;
                    net.grams[at] -= gramRate * g / (float) Math.sqrt(net.gramSquares[at] + 1e-2f);
                }
            }
        }

        private void back(Network net, int[] sentence, int base) {
            int two = 2 * units;
            int row = shape.row();
            int count = sentence.length;
            float[] carried = new float[units];
            float[] gz = new float[units];
            float[] gg = new float[units];
            for (int direction = 0; direction < 2; direction++) {
                Arrays.fill(carried, 0);
                int shift = direction * units;
                for (int k = count - 1; k >= 0; k--) {
                    int t = direction == 0 ? k : count - 1 - k;
                    int at = (base + t) * two + shift;
                    boolean first = direction == 0 ? t == 0 : t == count - 1;
                    int previousAt = direction == 0 ? at - two : at + two;
                    for (int u = 0; u < units; u++) {
                        float g = carried[u] + poolSlopes[two + shift + u] / length;
                        if (where[shift + u] == base + t) {
                            g += poolSlopes[shift + u];
                        }
                        float previous = first ? 0 : state[previousAt + u];
                        gz[u] = g * (1 - gate[at + u]) * slopeZ[at + u];
                        gg[u] = g * (previous - z[at + u]) * slopeGate[at + u];
                        carried[u] = g * gate[at + u];
                    }
                    int other = direction == 0 ? (t > 0 ? sentence[t - 1] : 0) : (t + 1 < count ? sentence[t + 1] : 0);
                    int own = sentence[t] * row + direction * two;
                    int theirs = other * row + (direction == 0 ? 4 : 6) * units;
                    axpy(1, gz, 0, net.rowSlopes, own, units);
                    axpy(1, gg, 0, net.rowSlopes, own + units, units);
                    axpy(1, gz, 0, net.rowSlopes, theirs, units);
                    axpy(1, gg, 0, net.rowSlopes, theirs + units, units);
                    axpy(1, gz, 0, net.smallSlopes, direction * two, units);
                    axpy(1, gg, 0, net.smallSlopes, direction * two + units, units);
                }
            }
        }
    }
}
