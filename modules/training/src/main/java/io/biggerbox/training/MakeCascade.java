package io.biggerbox.training;

import io.biggerbox.cascade.CascadeModel;
import io.biggerbox.cascade.CascadeProvider;
import io.biggerbox.sentences.Embeddings;
import io.biggerbox.text.Leaning;
import io.biggerbox.text.sentiment.SentimentModel;
import io.biggerbox.training.cascade.FirstAnswers;
import io.biggerbox.training.cascade.HeadMaker;
import io.biggerbox.training.cascade.Pair;
import io.biggerbox.training.cascade.Trust;
import io.biggerbox.training.corpora.Aside;
import io.biggerbox.training.corpora.Corpora;
import io.biggerbox.training.corpora.LabelledText;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes {@code cascade.bin}. Make it again whenever the fast reader has changed: it holds how sure that one is of its
 * answers.
 *
 * <p>Arguments: the {@code train} folder of the public data, a folder for embeddings (kept between runs), and the resource
 * folder to write into. The head learns from judged texts that are not kept aside; trusts are set by one half of those kept
 * aside, and what is printed is measured on the other; margins are counted over all of them, judged or not.
 */
public final class MakeCascade {
    private static final String VERSION = "cascade-1";
    private static final long SEED = 20260102;
    private static final int THREADS = 1;

    /** Judged texts to learn from; it is the slow part, and more of them add little to so few weights. */
    private static final int LEARNED = 24_000;

    private static final int ASIDE = 6_000;
    private static final int STEPS = 100;
    private static final double[] SHARES = {0, 0.02, 0.05, 0.1, 0.2, 0.5, 1};

    private MakeCascade() {}

    /** Runs the maker. */
    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            System.err.println("usage: MakeCascade TRAIN_FOLDER CACHE_FOLDER RESOURCE_FOLDER");
            System.exit(2);
        }
        make(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    }

    private static void make(Path data, Path cache, Path resources) throws Exception {
        Corpora corpora = Corpora.read(data);
        Map<String, LabelledText> judged = new HashMap<>();
        corpora.labelled().forEach(text -> judged.put(text.text(), text));
        List<String> mixed = corpora.texts();
        List<LabelledText> learned = first(LEARNED, mixed, judged, false);
        List<LabelledText> aside = first(ASIDE, mixed, judged, true);
        List<String> read = new ArrayList<>();
        learned.forEach(text -> read.add(text.text()));
        aside.forEach(text -> read.add(text.text()));
        Files.createDirectories(cache);
        Embeddings embeddings = Embeddings.of(
                CascadeProvider.ENCODER,
                read,
                cache.resolve(CascadeProvider.ENCODER.weights() + ".embeddings"),
                THREADS,
                Progress::embedded);

        HeadMaker head = HeadMaker.learn(learned, embeddings, SEED);
        float[] margins = margins(mixed);
        String fast = SentimentModel.shipped().version();
        CascadeModel untrusted = new CascadeModel(VERSION, fast, head.negative(), head.positive(), 0, 1, margins);
        List<Pair> pairs = pairs(aside, embeddings, untrusted);
        List<Pair> known = pairs.subList(0, pairs.size() / 2);
        Trust trust = Trust.of(known);
        CascadeModel model = new CascadeModel(
                VERSION, fast, head.negative(), head.positive(), trust.first(), trust.second(), margins);
        Path file = resources.resolve("cascade.bin");
        try (OutputStream out = Files.newOutputStream(file)) {
            model.write(out);
        }
        say("%s: %d texts learned from, trust %.2f and %.2f", file, learned.size(), trust.first(), trust.second());
        for (double share : SHARES) {
            score(model, share, pairs.subList(known.size(), pairs.size()));
        }
    }

    private static List<LabelledText> first(
            int most, List<String> mixed, Map<String, LabelledText> judged, boolean aside) {
        return mixed.stream()
                .filter(text -> Aside.holds(text) == aside && judged.containsKey(text))
                .limit(most)
                .map(judged::get)
                .toList();
    }

    /** The margin below which 0 %, 1 %, … 100 % of the texts kept aside lie. */
    private static float[] margins(List<String> mixed) {
        FirstAnswers answers = new FirstAnswers();
        List<Double> found = new ArrayList<>();
        for (String text : mixed) {
            Leaning first = Aside.holds(text) ? answers.of(text) : null;
            if (first != null) {
                found.add(first.margin());
            }
        }
        found.sort(null);
        float[] margins = new float[STEPS + 1];
        for (int i = 1; i <= STEPS; i++) {
            margins[i] = found.get(i * (found.size() - 1) / STEPS).floatValue();
        }
        return margins;
    }

    private static List<Pair> pairs(List<LabelledText> texts, Embeddings embeddings, CascadeModel model) {
        FirstAnswers answers = new FirstAnswers();
        List<Pair> pairs = new ArrayList<>();
        for (LabelledText text : texts) {
            Leaning first = answers.of(text.text());
            if (first != null) {
                pairs.add(new Pair(text, first, model.second(embeddings.of(text.text()))));
            }
        }
        return pairs;
    }

    private static void score(CascadeModel model, double share, List<Pair> pairs) {
        double margin = model.margin(share);
        long asked =
                pairs.stream().filter(pair -> pair.first().margin() < margin).count();
        long right = pairs.stream().filter(pair -> pair.isRight(model, margin)).count();
        say(
                "share %.2f: asked about %.3f of %d texts kept aside, accuracy %.4f",
                share, (double) asked / pairs.size(), pairs.size(), (double) right / pairs.size());
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
