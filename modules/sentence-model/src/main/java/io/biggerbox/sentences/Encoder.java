package io.biggerbox.sentences;

/** The sentence models that can be run, both with int8 weights. Numbers of one mean nothing to the other. */
public enum Encoder {
    /** bge-small-en-v1.5 (Xiao et al., C-Pack, 2023; MIT licence), 12 layers: a text is the state of its first token. */
    BGE_SMALL("bge-small-en-v1.5-q", Pooling.FIRST),

    /** all-MiniLM-L6-v2 (Reimers and Gurevych, 2019; Wang et al., 2020; Apache 2.0), 6 layers: a text is the mean of its tokens. */
    MINILM("all-minilm-l6-v2-q", Pooling.MEAN);

    private final String weights;
    private final Pooling pooling;

    Encoder(String weights, Pooling pooling) {
        this.weights = weights;
        this.pooling = pooling;
    }

    /** Names the weights: a new name makes every cached embedding void. */
    public String weights() {
        return weights;
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
