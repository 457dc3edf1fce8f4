package io.biggerbox.training.student;

import java.util.List;
import java.util.Random;

/**
 * Numbers for every word to begin with: what the sentence model makes of the word alone, in fewer numbers. So a word that
 * no training text holds begins beside words of its kind.
 */
public final class WordStart {
    private static final float SPREAD = 0.6f;

    private WordStart() {}

    /**
     * Makes them.
     *
     * @param embeddings of every word, in the order of the word table
     * @param width numbers wanted per word
     */
    public static float[] of(List<float[]> embeddings, int width, Random random) {
        Components components = Components.of(embeddings, width, random);
        float[] start = new float[embeddings.size() * width];
        for (int w = 0; w < embeddings.size(); w++) {
            float[] few = components.of(embeddings.get(w));
            for (int d = 0; d < width; d++) {
                start[w * width + d] = SPREAD * few[d];
            }
        }
        return start;
    }
}
