package io.biggerbox.training;

import ai.onnxruntime.OrtException;
import io.biggerbox.sentences.Encoder;
import io.biggerbox.sentences.SentenceModel;
import io.biggerbox.text.ReaderChoice;
import io.biggerbox.text.Readers;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.taxonomy.StarterTaxonomies;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.training.corpora.Aside;
import io.biggerbox.training.corpora.Corpora;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the readers cost: texts per second of the thread's own time for the fast reader, the cascade at some shares and the
 * sentence model alone, which embeds every text with all its layers and does nothing else. All take turns on the same texts
 * kept aside, so that a busy machine slows all of them; the median of the rounds counts.
 *
 * <p>Arguments: the {@code train} folder of the public data, and shares; without shares the usual one.
 */
public final class CascadeCost {
    private static final int TEXTS = 400;
    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CascadeCost() {}

    /** Reads one text. */
    @FunctionalInterface
    private interface Contender {
        void read(String text) throws OrtException;
    }

    /** Measures. */
    public static void main(String[] args) throws Exception {
        if (args.length < 1) {
            System.err.println("usage: CascadeCost TRAIN_FOLDER [SHARE...]");
            System.exit(2);
        }
        List<String> texts = Corpora.read(Path.of(args[0])).texts().stream()
                .filter(Aside::holds)
                .limit(TEXTS)
                .toList();
        Taxonomy taxonomy = StarterTaxonomies.load("general");
        List<String> names = new ArrayList<>(List.of("sentence model"));
        List<Contender> contenders = new ArrayList<>();
        try (SentenceModel model = SentenceModel.load(Encoder.BGE_SMALL);
                Readers fast = Readers.fast()) {
            contenders.add(model::embed);
            TextReader alone = fast.apply(taxonomy);
            names.add(alone.modelVersion());
            contenders.add(alone::read);
            List<Readers> opened = new ArrayList<>();
            for (int i = 1; i < Math.max(2, args.length); i++) {
                Readers readers = Readers.open(ReaderChoice.CASCADE, i < args.length ? Double.valueOf(args[i]) : null);
                opened.add(readers);
                TextReader reader = readers.apply(taxonomy);
                names.add(reader.modelVersion());
                contenders.add(reader::read);
            }
            measure(names, contenders, texts);
            opened.forEach(Readers::close);
        }
    }

    private static void measure(List<String> names, List<Contender> contenders, List<String> texts)
            throws OrtException {
        double[][] speeds = new double[contenders.size()][ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            for (int c = 0; c < contenders.size(); c++) {
                long start = THREADS.getCurrentThreadCpuTime();
                for (String text : texts) {
                    contenders.get(c).read(text);
                }
                if (round >= 0) {
                    speeds[c][round] = texts.size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
                }
            }
        }
        double teacher = median(speeds[0]);
        System.out.printf(
                Locale.ROOT,
                "%d texts of %.0f characters%n",
                texts.size(),
                texts.stream().mapToInt(String::length).average().orElse(0));
        for (int c = 0; c < contenders.size(); c++) {
            double speed = median(speeds[c]);
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %,9.0f texts a second of CPU, %.1f times the sentence model%n",
                    names.get(c),
                    speed,
                    speed / teacher);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
