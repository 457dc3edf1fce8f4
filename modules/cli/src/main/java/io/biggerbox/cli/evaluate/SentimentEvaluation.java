package io.biggerbox.cli.evaluate;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.text.Sentiment;
import io.biggerbox.text.SentimentLabel;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How often the sentiment of whole texts is right. */
final class SentimentEvaluation implements Evaluation {

    @Override
    public EvaluationReport measure(EvaluationInput input) throws IOException {
        TextReader reader = input.readers().apply(new Taxonomy("none", "0", List.of()));
        return new SentimentReport(reader.modelVersion(), scores(examples(input), reader), input.worst());
    }

    private static List<Example> examples(EvaluationInput input) throws IOException {
        Labels labels = Labels.with(sentiments(input.meanings()));
        List<Example> examples = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        LabelledFile file = new LabelledFile(
                input.file(), input.encoding(), input.textColumn(), input.labelColumn(), input.header());
        file.read((line, text, name) -> {
            SentimentLabel label = labels.of(name);
            if (label == null) {
                unknown.add(name);
            } else if (input.part().has(text)) {
                examples.add(new Example(line, text, label));
            }
        });
        if (!unknown.isEmpty()) {
            throw new CommandFailedException(
                    "say what these labels mean, for instance --label " + unknown.first() + "=positive: "
                            + String.join(", ", unknown.stream().limit(10).toList()));
        }
        if (examples.isEmpty()) {
            throw new CommandFailedException(input.file() + " has no rows");
        }
        return examples;
    }

    private static Map<String, SentimentLabel> sentiments(Map<String, String> meanings) {
        Map<String, SentimentLabel> sentiments = new LinkedHashMap<>();
        meanings.forEach((name, meaning) -> {
            try {
                sentiments.put(name, SentimentLabel.valueOf(meaning.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new CommandFailedException("--label " + name + "=" + meaning
                        + ": a sentiment is negative, neutral or positive; for themes add --task themes");
            }
        });
        return sentiments;
    }

    private static Scores scores(List<Example> examples, TextReader reader) {
        List<SentimentLabel> labels = Stream.of(SentimentLabel.values())
                .filter(label -> examples.stream().anyMatch(example -> example.label() == label))
                .toList();
        boolean two = !labels.contains(SentimentLabel.NEUTRAL);
        List<Judged> judged = new ArrayList<>(examples.size());
        for (Example example : examples) {
            Sentiment sentiment = reader.read(example.text()).sentiment();
            SentimentLabel sign = sentiment.score() > 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
            judged.add(new Judged(example, two ? sign : sentiment.label(), sentiment));
        }
        return new Scores(labels, judged);
    }
}
