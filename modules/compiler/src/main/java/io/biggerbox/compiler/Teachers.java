package io.biggerbox.compiler;

import ai.onnxruntime.OrtException;
import io.biggerbox.sentences.Embeddings;
import io.biggerbox.sentences.Encoder;
import io.biggerbox.text.meaning.Meaning;
import java.io.IOException;
import java.nio.file.Path;

/** The teachers there are. */
public final class Teachers {
    private Teachers() {}

    /**
     * A sentence model, run in process with a native library. It reads some 20 to 250 texts a second and thread.
     *
     * @param encoder which one
     * @param cache where what it said is kept between runs
     * @param threads how many texts it reads at the same time
     */
    public static Teacher sentenceModel(Encoder encoder, Path cache, int threads) {
        return texts -> {
            try {
                Embeddings embeddings = Embeddings.of(encoder, texts, cache, threads, done -> {});
                return texts.stream().map(embeddings::of).toList();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Teacher.TeacherException("interrupted", e);
            } catch (IOException | OrtException | LinkageError e) {
                throw new Teacher.TeacherException("the sentence model cannot be run here: " + e.getMessage(), e);
            }
        };
    }

    /** The word meanings that ship with the reader: no native library, and less understanding. */
    public static Teacher words() {
        Meaning meaning = Meaning.shipped();
        return texts -> texts.stream().map(meaning::of).toList();
    }
}
