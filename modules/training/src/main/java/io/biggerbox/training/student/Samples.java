package io.biggerbox.training.student;

import io.biggerbox.text.sentiment.Inputs;
import io.biggerbox.text.tokens.SentenceSplitter;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.Tokenizer;
import io.biggerbox.text.tokens.Vocabulary;
import java.util.Arrays;
import java.util.List;

/** Turns texts into what the network sees of them. */
final class Samples {
    private final Tokenizer tokenizer;
    private final int buckets;

    Samples(Vocabulary vocabulary, int buckets) {
        this.tokenizer = new Tokenizer(vocabulary);
        this.buckets = buckets;
    }

    Sample of(String text, float[] target, float[] hint, float weight) {
        List<List<Token>> sentences = SentenceSplitter.split(text, tokenizer.tokens(text));
        int[][] inputs = new int[sentences.size()][];
        for (int s = 0; s < inputs.length; s++) {
            inputs[s] = inputs(sentences.get(s));
        }
        return new Sample(inputs, Inputs.buckets(sentences, buckets), target, hint, weight);
    }

    private static int[] inputs(List<Token> sentence) {
        int[] inputs = new int[sentence.size()];
        int count = 0;
        for (Token token : sentence) {
            int input = Inputs.of(token);
            if (input != Vocabulary.NONE) {
                inputs[count] = input;
                count++;
            }
        }
        return Arrays.copyOf(inputs, count);
    }
}
