package io.biggerbox.training;

import io.biggerbox.sentences.Embeddings;
import io.biggerbox.sentences.Encoder;
import io.biggerbox.text.sentiment.SentimentModel;
import io.biggerbox.text.tokens.Vocabulary;
import io.biggerbox.training.corpora.Corpora;
import io.biggerbox.training.meaning.MeaningTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes {@code meaning.bin}, for the words that {@code sentiment.bin} knows.
 *
 * <p>Arguments: the {@code train} folder of the public data, the folder for embeddings that {@link MakeModels} uses, and the
 * resource folder to write into. The same data gives the same bytes on the same kind of processor.
 */
public final class MakeMeaning {
    private static final Encoder TEACHER = Encoder.BGE_SMALL;
    private static final int THREADS = 2;

    /** Of the mixed texts the first so many are read by the sentence model; it is the slow part. */
    private static final int TEXTS = 132_000;

    private MakeMeaning() {}

    /** Runs the maker. */
    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            System.err.println("usage: MakeMeaning TRAIN_FOLDER CACHE_FOLDER RESOURCE_FOLDER");
            System.exit(2);
        }
        Path cache = Path.of(args[1]);
        Files.createDirectories(cache);
        Vocabulary vocabulary = SentimentModel.shipped().vocabulary();
        List<String> texts = Corpora.read(Path.of(args[0])).texts().subList(0, TEXTS);
        List<String> all = new ArrayList<>(texts);
        for (int id = 0; id < vocabulary.size(); id++) {
            all.add(vocabulary.form(id));
        }
        Embeddings embeddings = Embeddings.of(
                TEACHER, all, cache.resolve(TEACHER.weights() + ".embeddings"), THREADS, Progress::embedded);
        MeaningTable.make(vocabulary, texts, embeddings, Path.of(args[2]).resolve("meaning.bin"));
    }
}
