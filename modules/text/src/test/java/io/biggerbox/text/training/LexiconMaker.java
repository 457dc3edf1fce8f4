package io.biggerbox.text.training;

import io.biggerbox.text.rules.RuleFiles;
import io.biggerbox.text.rules.WordPatterns;
import io.biggerbox.text.sentiment.Faces;
import io.biggerbox.text.sentiment.FeatureSink;
import io.biggerbox.text.sentiment.FeatureWalk;
import io.biggerbox.text.sentiment.SentimentModel;
import io.biggerbox.text.sentiment.SentimentScorer;
import io.biggerbox.text.tokens.SentenceSplitter;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.Tokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns {@code sentiment.tsv} (the weights) and {@code rarity.tsv} (how rare a stem is in what customers write).
 *
 * <p>Arguments: the {@code train} folder of the public data, and the resource folder to write into. The same data gives
 * the same bytes on every machine. Rebuild the module after a run: the files are resources.
 */
public final class LexiconMaker {
    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_PAIRS = 4;
    /** Logits that a word of the strongest lexicon valence starts with. */
    private static final double PRIOR = 5;

    private static final double SMALLEST_WORD = 0.02;
    private static final int RAREST_LISTED = 12;

    private final Map<String, Integer> columns = new TreeMap<>();
    private final List<String> features = new ArrayList<>();
    private final Tokenizer tokenizer;
    private final SentimentScorer rules;

    private LexiconMaker(Set<String> known) {
        this.tokenizer = new Tokenizer(known);
        this.rules = new SentimentScorer(
                new SentimentModel(Map.of(), 0, 0, 1),
                WordPatterns.of(RuleFiles.lines("idioms.tsv")),
                Faces.of(RuleFiles.lines("faces.tsv")));
    }

    /** Runs the maker. */
    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        Path out = Path.of(args[1]);
        List<Example> examples = Corpora.all(data);
        Priors priors = new Priors(data);
        Set<String> known = new HashSet<>(priors.valences().keySet());
        known.addAll(new LexiconMaker(Set.of()).frequentWords(examples));
        new LexiconMaker(known).make(examples, priors, out);
    }

    private Set<String> frequentWords(List<Example> examples) {
        Map<String, Integer> counts = new HashMap<>();
        for (Example example : examples) {
            for (Token token : tokenizer.tokens(example.text())) {
                if (token.isWord()) {
                    counts.merge(token.form(), 1, Integer::sum);
                }
            }
        }
        counts.values().removeIf(count -> count < 20);
        return counts.keySet();
    }

    private void make(List<Example> examples, Priors priors, Path out) throws IOException {
        chooseFeatures(examples, priors);
        double[] priorNegative = new double[features.size()];
        double[] priorPositive = new double[features.size()];
        for (int c = 0; c < features.size(); c++) {
            double valence = priors.of(features.get(c));
            priorNegative[c] = valence < 0 ? -PRIOR * valence : -PRIOR * 0.3 * valence;
            priorPositive[c] = valence > 0 ? PRIOR * valence : PRIOR * 0.3 * valence;
        }
        List<Trainer.Row> rows = new ArrayList<>();
        List<Trainer.Row> aside = new ArrayList<>();
        for (Example example : examples) {
            (example.keptAside() ? aside : rows).add(row(example));
        }
        Trainer trainer = new Trainer(priorNegative, priorPositive);
        trainer.train(rows);
        double sharpness = trainer.calibrate(aside);
        System.out.printf(
                "%d texts, %d features, accuracy aside %.3f, sharpness %.2f, biases %.3f %.3f%n",
                rows.size(),
                features.size(),
                trainer.accuracy(aside),
                sharpness,
                trainer.negativeBias(),
                trainer.positiveBias());
        write(trainer, sharpness, out.resolve("sentiment.tsv"));
        writeRarity(examples, out.resolve("rarity.tsv"));
    }

    private void chooseFeatures(List<Example> examples, Priors priors) {
        Map<String, Integer> counts = new HashMap<>();
        for (Example example : examples) {
            Set<String> seen = new HashSet<>();
            walk(example.text(), (feature, value) -> seen.add(feature));
            seen.forEach(feature -> counts.merge(feature, 1, Integer::sum));
        }
        counts.forEach((feature, count) -> {
            if (count >= (feature.indexOf(' ') < 0 ? FEWEST_WORDS : FEWEST_PAIRS)) {
                columns.put(feature, 0);
            }
        });
        for (String word : priors.valences().keySet()) {
            columns.put(word, 0);
            columns.put("!" + word, 0);
        }
        for (String feature : columns.keySet()) {
            features.add(feature);
        }
        for (int c = 0; c < features.size(); c++) {
            columns.put(features.get(c), c);
        }
    }

    private void walk(String text, FeatureSink sink) {
        for (List<Token> sentence : SentenceSplitter.split(text, tokenizer.tokens(text))) {
            FeatureWalk.walk(sentence, sink);
        }
    }

    private Trainer.Row row(Example example) {
        Map<Integer, Double> values = new TreeMap<>();
        int[] seen = new int[1];
        walk(example.text(), (feature, value) -> {
            seen[0]++;
            Integer column = columns.get(feature);
            if (column != null) {
                values.merge(column, value, Double::sum);
            }
        });
        double norm = SentimentScorer.norm(seen[0]);
        double valence = 0;
        for (List<Token> sentence : SentenceSplitter.split(example.text(), tokenizer.tokens(example.text()))) {
            valence += rules.rules(sentence);
        }
        double bounded = SentimentScorer.bounded(valence);
        return new Trainer.Row(
                values.keySet().stream().mapToInt(Integer::intValue).toArray(),
                values.values().stream().mapToDouble(value -> value * norm).toArray(),
                SentimentScorer.offset(-bounded),
                SentimentScorer.offset(bounded),
                example.label(),
                example.weight());
    }

    private void write(Trainer trainer, double sharpness, Path file) throws IOException {
        StringBuilder out = new StringBuilder();
        out.append("@negativeBias\t")
                .append(thousandths(trainer.negativeBias()))
                .append('\n');
        out.append("@positiveBias\t")
                .append(thousandths(trainer.positiveBias()))
                .append('\n');
        out.append("@sharpness\t").append(sharpness).append('\n');
        trainer.weights(features, SMALLEST_WORD).forEach((feature, weights) -> {
            boolean pair = feature.indexOf(' ') >= 0;
            if (!pair || Math.abs(weights[0]) >= 100 || Math.abs(weights[1]) >= 100) {
                out.append(feature)
                        .append('\t')
                        .append(weights[0])
                        .append('\t')
                        .append(weights[1])
                        .append('\n');
            }
        });
        Files.writeString(file, out, StandardCharsets.UTF_8);
    }

    private static double thousandths(double value) {
        return StrictMath.rint(value * 1000) / 1000;
    }

    /** Minus the binary logarithm of a stem's share of texts, in tenths, for stems that are not very rare. */
    private void writeRarity(List<Example> examples, Path file) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (Example example : examples) {
            Set<String> seen = new HashSet<>();
            for (Token token : tokenizer.tokens(example.text())) {
                if (token.isWord()) {
                    seen.add(token.stem());
                }
            }
            seen.forEach(stem -> counts.merge(stem, 1, Integer::sum));
        }
        StringBuilder out =
                new StringBuilder("# Rarity of stems: stem<TAB>tenths of bits; rarer ones are not listed\n");
        counts.forEach((stem, count) -> {
            double bits = StrictMath.log((double) examples.size() / count) / StrictMath.log(2);
            if (bits < RAREST_LISTED) {
                out.append(stem)
                        .append('\t')
                        .append((int) StrictMath.rint(bits * 10))
                        .append('\n');
            }
        });
        Files.writeString(file, out, StandardCharsets.UTF_8);
    }
}
