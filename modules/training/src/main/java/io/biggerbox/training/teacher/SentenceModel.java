package io.biggerbox.training.teacher;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The sentence model bge-small-en-v1.5 (Xiao et al., C-Pack, 2023; MIT licence) with int8 weights, run in process. A
 * text is the state of its first token, brought to length 1. Safe for use by several threads.
 */
public final class SentenceModel implements AutoCloseable {
    /** Numbers that stand for one text. */
    public static final int SIZE = 384;

    /** Names the weights: a new name makes every cached embedding void. */
    public static final String NAME = "bge-small-en-v1.5-q";

    private static final int LONGEST = 96;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private SentenceModel(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /** Loads the model from the class path. */
    public static SentenceModel load() throws IOException, OrtException {
        Map<String, Integer> ids = new HashMap<>();
        JsonNode vocabulary = new ObjectMapper()
                .readTree(resource(NAME + "-tokenizer.json"))
                .path("model")
                .path("vocab");
        vocabulary
                .properties()
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue().intValue()));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(resource(NAME + ".onnx"), options);
            return new SentenceModel(environment, session, new WordPieces(ids));
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SentenceModel.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IOException("not on the class path: " + name);
            }
            return in.readAllBytes();
        }
    }

    /** The model's own words, as it spells them: lower case, without accents. */
    public Map<String, Integer> vocabulary() {
        return pieces.vocabulary();
    }

    /**
     * What one text means. Texts go through one by one: the model scales its numbers by the largest of a batch, so that
     * in company a text would mean something slightly different.
     *
     * @return {@link #SIZE} numbers whose squares add up to 1
     */
    public float[] embed(String text) throws OrtException {
        long[] ids = pieces.ids(text, LONGEST);
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor tokens = OnnxTensor.createTensor(environment, new long[][] {ids});
                OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {ones});
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]});
                OrtSession.Result result =
                        session.run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            float[][][] states = (float[][][]) result.get(0).getValue();
            return normalised(states[0][0]);
        }
    }

    private static float[] normalised(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float scale = (float) (1 / StrictMath.sqrt(Math.max(squares, 1e-12)));
        float[] out = new float[vector.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = vector[i] * scale;
        }
        return out;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
