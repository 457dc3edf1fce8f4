package io.biggerbox.training.student;

import io.biggerbox.text.sentiment.SentimentModel;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the file that {@link SentimentModel} reads: word numbers and sequence weights as bytes, the rest as floats. */
public final class ModelWriter {
    private static final int LARGEST = 127;

    private ModelWriter() {}

    /**
     * Writes one model.
     *
     * @param file where to
     * @param version names these weights
     * @param words the words of its table
     * @param network what was learned
     * @param sharpness what all logits are multiplied with, so that confidence is accuracy
     */
    public static void write(Path file, String version, WordChoice words, Network network, double sharpness)
            throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(SentimentModel.MAGIC);
            out.writeUTF(version);
            out.writeInt(words.english());
            byte[] lines = String.join("\n", words.forms()).getBytes(StandardCharsets.UTF_8);
            out.writeInt(lines.length);
            out.write(lines);
            Shape shape = network.shape;
            out.writeInt(shape.width());
            out.writeInt(shape.units());
            out.writeInt(shape.hidden());
            out.writeInt(shape.buckets());
            wordNumbers(out, network.words.words, shape.words(), shape.width());
            for (float[] part : new float[][] {
                network.words.matrix,
                network.units.bias,
                network.hidden.weights(),
                network.hidden.bias(),
                network.out.weights(),
                network.out.bias()
            }) {
                for (float value : part) {
                    out.writeFloat(value);
                }
            }
            float[] grams = network.grams.weights;
            float scale = scale(grams, 0, grams.length);
            out.writeFloat(scale);
            out.write(rounded(grams, 0, grams.length, scale));
            out.writeFloat((float) sharpness);
        }
    }

    private static void wordNumbers(DataOutputStream out, float[] numbers, int words, int width) throws IOException {
        for (int w = 0; w < words; w++) {
            out.writeFloat(scale(numbers, w * width, width));
        }
        for (int w = 0; w < words; w++) {
            out.write(rounded(numbers, w * width, width, scale(numbers, w * width, width)));
        }
    }

    private static float scale(float[] values, int from, int count) {
        float largest = 1e-9f;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest / LARGEST;
    }

    private static byte[] rounded(float[] values, int from, int count, float scale) {
        byte[] out = new byte[count];
        for (int i = 0; i < count; i++) {
            out[i] = (byte) Math.round(values[from + i] / scale);
        }
        return out;
    }
}
