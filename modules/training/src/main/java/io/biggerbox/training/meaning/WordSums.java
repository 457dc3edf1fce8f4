package io.biggerbox.training.meaning;

import io.biggerbox.text.sentiment.Inputs;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.TokenKind;
import io.biggerbox.text.tokens.Tokenizer;
import io.biggerbox.text.tokens.Vocabulary;
import java.util.Arrays;
import java.util.List;

/**
 * The weighted sum of the words of each text, as a sparse matrix: one row a text, one column a word. Weights are smooth
 * inverse frequencies (Arora et al., 2017) of the texts themselves; those of a text are divided by the root of their
 * squares, so that the sums of short and long texts are about equally long.
 */
final class WordSums {
    private static final double SMOOTH = 1e-3;

    private final int[] starts;
    private final int[] words;
    private final float[] shares;
    private final float[] weights;

    private WordSums(int[] starts, int[] words, float[] shares, float[] weights) {
        this.starts = starts;
        this.words = words;
        this.shares = shares;
        this.weights = weights;
    }

    static WordSums of(List<String> texts, Vocabulary vocabulary) {
        Tokenizer tokenizer = new Tokenizer(vocabulary);
        int[] starts = new int[texts.size() + 1];
        int[] words = new int[1 << 20];
        double[] counts = new double[vocabulary.size()];
        int size = 0;
        for (int t = 0; t < texts.size(); t++) {
            for (Token token : tokenizer.tokens(texts.get(t))) {
                int word = word(token);
                if (word != Vocabulary.NONE) {
                    words = size == words.length ? Arrays.copyOf(words, 2 * size) : words;
                    words[size] = word;
                    size++;
                    counts[word]++;
                }
            }
            starts[t + 1] = size;
        }
        float[] weights = new float[counts.length];
        for (int w = 0; w < weights.length; w++) {
            weights[w] = (float) (SMOOTH / (SMOOTH + (counts[w] + 0.5) / size));
        }
        return new WordSums(starts, Arrays.copyOf(words, size), shares(starts, words, weights), weights);
    }

    private static int word(Token token) {
        if (token.kind() == TokenKind.NUMBER) {
            return Inputs.NUMBER;
        }
        return token.isWord() ? token.id() : Vocabulary.NONE;
    }

    private static float[] shares(int[] starts, int[] words, float[] weights) {
        int texts = starts.length - 1;
        float[] shares = new float[starts[texts]];
        for (int t = 0; t < texts; t++) {
            float squares = 0;
            for (int i = starts[t]; i < starts[t + 1]; i++) {
                squares += weights[words[i]] * weights[words[i]];
            }
            for (int i = starts[t]; i < starts[t + 1]; i++) {
                shares[i] = weights[words[i]] / (float) Math.sqrt(squares);
            }
        }
        return shares;
    }

    int texts() {
        return starts.length - 1;
    }

    /** Weight of a word, above 0 and at most 1. */
    float weight(int word) {
        return weights[word];
    }

    /** Weighted sum of one number of the words, for every text. */
    double[] totals(double[] byWord) {
        double[] totals = new double[texts()];
        for (int t = 0; t < totals.length; t++) {
            double sum = 0;
            for (int i = starts[t]; i < starts[t + 1]; i++) {
                sum += shares[i] * byWord[words[i]];
            }
            totals[t] = sum;
        }
        return totals;
    }

    /** The transpose: what the texts' numbers add up to for every word. */
    double[] spread(double[] byText) {
        double[] sums = new double[weights.length];
        for (int t = 0; t < byText.length; t++) {
            for (int i = starts[t]; i < starts[t + 1]; i++) {
                sums[words[i]] += shares[i] * byText[t];
            }
        }
        return sums;
    }
}
