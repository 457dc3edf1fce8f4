package io.biggerbox.training;

import io.biggerbox.training.figures.FewShot;
import java.nio.file.Path;

/**
 * Measures compiled taxonomies on public data sets: k phrases an intent and the rest of the training texts as unlabelled
 * history, or all of them labelled (k = 0), scored on the official test by the whole reader.
 *
 * <p>Arguments: the {@code train} folder of the public data, a folder for embeddings, {@code banking77} or {@code clinc150},
 * a teacher ({@code bge-small}, {@code minilm} or {@code none}), and one k after the other. Phrases are drawn by a fixed
 * seed.
 */
public final class ThemeFigures {
    private static final int FIRST_K = 4;

    private ThemeFigures() {}

    /** Runs the measurement. */
    public static void main(String[] args) throws Exception {
        if (args.length <= FIRST_K) {
            System.err.println(
                    "usage: ThemeFigures TRAIN_FOLDER CACHE_FOLDER banking77|clinc150 bge-small|minilm|none K…");
            System.exit(2);
        }
        FewShot measured = FewShot.of(Path.of(args[0]), args[2], args[3], Path.of(args[1]));
        for (int i = FIRST_K; i < args.length; i++) {
            System.out.println(measured.run(Integer.parseInt(args[i])));
        }
    }
}
