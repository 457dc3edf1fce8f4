package io.biggerbox.training.meaning;

import io.biggerbox.text.meaning.Meaning;
import io.biggerbox.text.tokens.Vocabulary;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the file that {@link Meaning} reads. */
final class MeaningWriter {
    private static final int LARGEST = 127;
    private static final float SMALL = 1e-9f;

    private MeaningWriter() {}

    static void write(Path file, String version, Vocabulary words, float[][] rows) throws IOException {
        List<String> forms = new ArrayList<>(words.size());
        for (int id = 0; id < words.size(); id++) {
            forms.add(words.form(id));
        }
        byte[] lines = String.join("\n", forms).getBytes(StandardCharsets.UTF_8);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(Meaning.MAGIC);
            out.writeUTF(version);
            out.writeInt(rows[0].length);
            out.writeInt(lines.length);
            out.write(lines);
            for (float[] row : rows) {
                out.writeFloat(scale(row));
            }
            for (float[] row : rows) {
                float scale = scale(row);
                for (float value : row) {
                    out.writeByte(Math.round(value / scale));
                }
            }
        }
    }

    private static float scale(float[] row) {
        float largest = SMALL;
        for (float value : row) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest / LARGEST;
    }
}
