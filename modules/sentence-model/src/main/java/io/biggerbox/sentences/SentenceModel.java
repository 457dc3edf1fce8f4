package io.biggerbox.sentences;

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

/** A sentence model run in process: what a text means, as numbers. Safe for use by several threads. */
public final class SentenceModel implements AutoCloseable {
    /** Numbers that stand for one text. */
    public static final int SIZE = 384;

    private static final int LONGEST = 96;

    private final Encoder encoder;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private SentenceModel(Encoder encoder, OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.encoder = encoder;
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /**
     * Loads a model from the class path.
     *
     * @throws IOException if its jar is not there
     * @throws OrtException if the native library does not take it
     */
    public static SentenceModel load(Encoder encoder) throws IOException, OrtException {
        Map<String, Integer> ids = new HashMap<>();
        JsonNode vocabulary = new ObjectMapper()
                .readTree(resource(encoder.file() + "-tokenizer.json"))
                .path("model")
                .path("vocab");
        vocabulary
                .properties()
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue().intValue()));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(weights(encoder), options);
            return new SentenceModel(encoder, environment, session, new WordPieces(ids));
        }
    }

    private static byte[] weights(Encoder encoder) throws IOException {
        byte[] file = resource(encoder.file() + ".onnx");
        String cut = encoder.cutAfter();
        return cut == null ? file : GraphCut.after(file, cut);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SentenceModel.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IOException("not on the class path: " + name);
            }
            return in.readAllBytes();
        }
    }

    /** Which model it is. */
    public Encoder encoder() {
        return encoder;
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
            return normalised(encoder.pooling().pool(states[0]));
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
