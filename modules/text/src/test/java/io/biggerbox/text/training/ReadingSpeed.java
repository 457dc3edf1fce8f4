package io.biggerbox.text.training;

import io.biggerbox.text.FastReader;
import io.biggerbox.text.taxonomy.StarterTaxonomies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Measures texts per second of one thread with all starter themes. Argument: the {@code evaluate} folder. */
public final class ReadingSpeed {
    private static final int ROUNDS = 8;

    private ReadingSpeed() {}

    /** Prints one line per round. */
    public static void main(String[] args) throws IOException {
        List<String> texts = Csv.rows(Path.of(args[0]).resolve("airline_tweets/Tweets.csv")).stream()
                .filter(row -> row.size() > 10)
                .map(row -> row.get(10))
                .collect(Collectors.toList());
        FastReader reader = FastReader.create(StarterTaxonomies.load("general", "retail", "software", "banking"));
        double length = texts.stream().mapToInt(String::length).average().orElse(0);
        for (int round = 0; round < ROUNDS; round++) {
            int found = 0;
            long start = System.nanoTime();
            for (String text : texts) {
                found += reader.read(text).mentions().size();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%.0f texts/s of %.0f characters, %d mentions%n",
                    texts.size() / seconds,
                    length,
                    found);
        }
    }
}
