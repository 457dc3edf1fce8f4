package io.biggerbox.sentences;

import org.jspecify.annotations.Nullable;

/** The sentence models that can be run, both with int8 weights. Numbers of one mean nothing to the other. */
public enum Encoder {
    /** bge-small-en-v1.5 (Xiao et al., C-Pack, 2023; MIT licence), 12 layers: a text is the state of its first token. */
    BGE_SMALL("bge-small-en-v1.5-q", Pooling.FIRST),

    /**
     * The first 8 of its 12 layers: a text is the mean of its tokens. The last layers turn to what texts are about; how they
     * feel stands here as clearly, for two thirds of the time.
     */
    BGE_SMALL_8(
            "bge-small-en-v1.5-q-8",
            "bge-small-en-v1.5-q",
            "/encoder/layer.7/output/LayerNorm/Add_1_output_0",
            Pooling.MEAN),

    /** all-MiniLM-L6-v2 (Reimers and Gurevych, 2019; Wang et al., 2020; Apache 2.0), 6 layers: a text is the mean of its tokens. */
    MINILM("all-minilm-l6-v2-q", Pooling.MEAN);

    private final String weights;
    private final String file;
    private final @Nullable String cutAfter;
    private final Pooling pooling;

    Encoder(String file, Pooling pooling) {
        this(file, file, null, pooling);
    }

    Encoder(String weights, String file, @Nullable String cutAfter, Pooling pooling) {
        this.weights = weights;
        this.file = file;
        this.cutAfter = cutAfter;
        this.pooling = pooling;
    }

    /** Names the weights: a new name makes every cached embedding void. */
    public String weights() {
        return weights;
    }

    /** Resource of the model and, with {@code -tokenizer.json}, of its vocabulary. */
    String file() {
        return file;
    }

    /** The value of the graph after which the model ends; null for all of it. */
    @Nullable
    String cutAfter() {
        return cutAfter;
    }

    Pooling pooling() {
        return pooling;
    }

    /** How the states of the tokens become the numbers of the text. */
    enum Pooling {
        /** The first token stands for all. */
        FIRST {
            @Override
            float[] pool(float[][] states) {
                return states[0].clone();
            }
        },
        /** The mean of all tokens. */
        MEAN {
            @Override
            float[] pool(float[][] states) {
                float[] sum = new float[states[0].length];
                for (float[] state : states) {
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] += state[i];
                    }
                }
                // length is made 1 afterwards, so that the sum is as good as the mean
                return sum;
            }
        };

        abstract float[] pool(float[][] states);
    }
}
