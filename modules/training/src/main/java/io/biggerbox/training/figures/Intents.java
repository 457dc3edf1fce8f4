package io.biggerbox.training.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.biggerbox.training.corpora.Csv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A data set of texts with one intent each, and its official test.
 *
 * @param name what it is called
 * @param train texts to take phrases and history from
 * @param test texts to score on; those without an intent belong to none
 */
record Intents(String name, List<Labelled> train, List<Labelled> test) {
    private static final String OUT_OF_SCOPE = "oos";

    /**
     * One text.
     *
     * @param text as the file has it
     * @param theme a valid id; empty if it belongs to no intent
     */
    record Labelled(String text, String theme) {}

    Intents {
        train = List.copyOf(train);
        test = List.copyOf(test);
    }

    static Intents banking(Path data) {
        return new Intents(
                "Banking77", csv(data.resolve("banking77/train.csv")), csv(data.resolve("banking77/test.csv")));
    }

    private static List<Labelled> csv(Path file) {
        List<Labelled> rows = new ArrayList<>();
        for (NamedCsvRecord row : Csv.rows(file)) {
            rows.add(new Labelled(Csv.field(row, "text").strip(), id(Csv.field(row, "category"))));
        }
        return rows;
    }

    /** Its out-of-scope texts are part of the test only. */
    static Intents clinc(Path data) throws IOException {
        JsonNode parts = new ObjectMapper()
                .readTree(data.resolve("clinc150/data_full.json").toFile());
        List<Labelled> test = json(parts.path("test"));
        test.addAll(json(parts.path("oos_test")));
        return new Intents("CLINC150", json(parts.path("train")), test);
    }

    private static List<Labelled> json(JsonNode rows) {
        List<Labelled> read = new ArrayList<>();
        for (JsonNode row : rows) {
            String intent = row.get(1).asText();
            read.add(new Labelled(row.get(0).asText().strip(), intent.equals(OUT_OF_SCOPE) ? "" : id(intent)));
        }
        return read;
    }

    private static String id(String intent) {
        return intent.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }
}
