package io.biggerbox.text.training;

import io.biggerbox.text.FastReader;
import io.biggerbox.text.Reading;
import io.biggerbox.text.SentimentLabel;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the shipped reader on texts it never learned from. Argument: the {@code evaluate} folder of the public data.
 */
public final class SentimentScore {
    private final FastReader reader = FastReader.create(new Taxonomy("none", "0", List.of()));

    private static final List<String> NAMES = List.of("NEGATIVE", "NEUTRAL", "POSITIVE");

    private SentimentScore() {}

    /** Prints one line per set. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        SentimentScore score = new SentimentScore();
        for (String name : List.of("amazon_cells", "yelp", "imdb")) {
            score.twoClasses(name, folder.resolve("uci_sentences/" + name + "_labelled.txt"));
        }
        score.threeClasses(folder.resolve("airline_tweets/Tweets.csv"));
    }

    /** Forced choice: the sign of the score decides, and nothing counts as a guess for the better side. */
    private void twoClasses(String name, Path file) throws IOException {
        String all = Files.readString(file, StandardCharsets.UTF_8);
        int right = 0;
        int count = 0;
        for (String line : all.split("\n", -1)) {
            int tab = line.lastIndexOf('\t');
            if (tab > 0) {
                boolean good = line.substring(tab + 1).strip().equals("1");
                right += reader.read(line.substring(0, tab)).sentiment().score() > 0 == good ? 1 : 0;
                count++;
            }
        }
        System.out.printf(Locale.ROOT, "%s: accuracy %.1f of %d%n", name, 100.0 * right / count, count);
    }

    private void threeClasses(Path file) throws IOException {
        List<List<String>> rows = Csv.rows(file);
        int[][] confusion = new int[3][3];
        List<Reading> readings = new ArrayList<>();
        double surest = 0;
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() > 10) {
                Reading reading = reader.read(row.get(10));
                readings.add(reading);
                surest += reading.sentiment().confidence();
                SentimentLabel gold = SentimentLabel.valueOf(row.get(1).toUpperCase(Locale.ROOT));
                confusion[Trainer.place(gold)][Trainer.place(reading.sentiment().label())]++;
            }
        }
        double right = 0;
        double macro = 0;
        for (int c = 0; c < 3; c++) {
            double gold = 0;
            double said = 0;
            for (int d = 0; d < 3; d++) {
                gold += confusion[c][d];
                said += confusion[d][c];
            }
            right += confusion[c][c];
            double f1 = gold + said == 0 ? 0 : 2 * confusion[c][c] / (gold + said);
            macro += f1 / 3;
            System.out.printf(
                    Locale.ROOT, "  airline %s: F1 %.1f, gold %.0f, said %.0f%n", NAMES.get(c), 100 * f1, gold, said);
        }
        System.out.printf(
                Locale.ROOT,
                "airline: accuracy %.1f, macro-F1 %.1f of %d, mean confidence %.1f%n",
                100 * right / readings.size(),
                100 * macro,
                readings.size(),
                100 * surest / readings.size());
    }
}
