package io.biggerbox.training;

import io.biggerbox.sentences.Embeddings;
import io.biggerbox.sentences.Encoder;
import io.biggerbox.sentences.SentenceModel;
import io.biggerbox.text.tokens.Tokenizer;
import io.biggerbox.text.tokens.Vocabulary;
import io.biggerbox.training.corpora.Corpora;
import io.biggerbox.training.corpora.LabelledText;
import io.biggerbox.training.corpora.StemRarity;
import io.biggerbox.training.corpora.Templates;
import io.biggerbox.training.corpora.WordLists;
import io.biggerbox.training.student.Lesson;
import io.biggerbox.training.student.ModelWriter;
import io.biggerbox.training.student.Network;
import io.biggerbox.training.student.Plan;
import io.biggerbox.training.student.Shape;
import io.biggerbox.training.student.WordChoice;
import io.biggerbox.training.student.WordStart;
import io.biggerbox.training.teacher.Teacher;
import io.biggerbox.training.variants.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes {@code sentiment.bin} and {@code rarity.tsv}.
 *
 * <p>Arguments: the {@code train} folder of the public data, a folder for embeddings (kept between runs, about 500 MB),
 * and the resource folder to write into. The same data gives the same bytes on the same kind of processor; on another the
 * sentence model may round differently. Rebuild {@code text} afterwards: the file is a resource.
 */
public final class MakeModels {
    private static final Encoder TEACHER = Encoder.BGE_SMALL;
    private static final String VERSION = "fast-3";
    private static final long SEED = 20260101;
    private static final int WIDTH = 128;
    private static final int UNITS = 40;
    private static final int HIDDEN = 8;
    private static final int HINTS = 64;
    private static final int BUCKETS = 1 << 18;
    private static final int THREADS = 2;

    /** Texts made of texts; the sentence model reads them too, which is the slow part. */
    private static final int VARIANTS = 400_000;

    private MakeModels() {}

    /** Runs the maker. */
    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            System.err.println("usage: MakeModels TRAIN_FOLDER CACHE_FOLDER RESOURCE_FOLDER");
            System.exit(2);
        }
        make(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    }

    private static void make(Path data, Path cache, Path resources) throws Exception {
        Corpora corpora = Corpora.read(data);
        WordChoice words = words(corpora, data);
        Vocabulary vocabulary = new Vocabulary(words.forms(), words.english());
        StemRarity.write(corpora.texts(), new Tokenizer(vocabulary), resources.resolve("rarity.tsv"));

        List<LabelledText> own = Templates.own().texts(SEED);
        Set<String> read = new LinkedHashSet<>(corpora.texts());
        own.forEach(text -> read.add(text.text()));
        List<LabelledText> judged = Stream.concat(corpora.labelled().stream(), own.stream())
                .filter(text -> read.contains(text.text()))
                .toList();
        List<String> texts = new ArrayList<>(read);
        texts.addAll(opinions(words, data));
        say("%d texts, %d of them judged, %d words", texts.size(), judged.size(), vocabulary.size());

        Random random = new Random(SEED);
        Embeddings plain = embeddings(words.forms(), texts, cache);
        texts.addAll(Variants.of(texts, words.forms(), WordLists.opinions(data), plain::of, random)
                .make(VARIANTS));
        say("%d texts with variants", texts.size());
        Embeddings embeddings = embeddings(words.forms(), texts, cache);
        Teacher teacher = Teacher.of(judged, embeddings, SEED);
        List<float[]> alone = words.forms().stream().map(embeddings::of).toList();
        float[] start = WordStart.of(alone, WIDTH, random);
        Shape shape = new Shape(vocabulary.size(), WIDTH, UNITS, HIDDEN, HINTS, BUCKETS);
        Lesson lesson = new Lesson(shape, Plan.STANDARD, vocabulary, start, random);
        lesson.prepare(texts, judged, embeddings, teacher);
        Network network = lesson.learn();
        double sharpness = lesson.sharpness(judged);
        say("sharpness %.2f", sharpness);
        ModelWriter.write(resources.resolve("sentiment.bin"), VERSION, words, network, sharpness);
    }

    private static Embeddings embeddings(List<String> words, List<String> texts, Path cache) throws Exception {
        Files.createDirectories(cache);
        List<String> all = new ArrayList<>(words);
        all.addAll(texts);
        return Embeddings.of(
                TEACHER, all, cache.resolve(TEACHER.weights() + ".embeddings"), THREADS, Progress::embedded);
    }

    /** Words with an opinion are texts of their own: many are in no other text. */
    private static List<String> opinions(WordChoice words, Path data) throws IOException {
        Set<String> known = Set.copyOf(words.forms());
        return WordLists.opinions(data).stream()
                .distinct()
                .filter(known::contains)
                .toList();
    }

    private static WordChoice words(Corpora corpora, Path data) throws Exception {
        List<String> opinions = WordLists.opinions(data);
        Set<String> others;
        try (SentenceModel model = SentenceModel.load(TEACHER)) {
            others = model.vocabulary().keySet();
        }
        Tokenizer tokenizer =
                new Tokenizer(Vocabulary.of(opinions.stream().distinct().toList()));
        return WordChoice.of(corpora.texts(), opinions, others, tokenizer);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
