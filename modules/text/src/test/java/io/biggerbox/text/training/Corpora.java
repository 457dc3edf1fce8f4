package io.biggerbox.text.training;

import static io.biggerbox.text.SentimentLabel.NEGATIVE;
import static io.biggerbox.text.SentimentLabel.NEUTRAL;
import static io.biggerbox.text.SentimentLabel.POSITIVE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.biggerbox.text.SentimentLabel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The labelled texts of the {@code train} folder, all of licences that let what is learned from them ship. */
final class Corpora {
    private static final Pattern TAGGED = Pattern.compile("<(?:Pros|Cons)>(.*)</(?:Pros|Cons)>");
    private static final Pattern ASPECT = Pattern.compile("\\[([+-])(\\d)]");
    /** Banking issues that are somebody's trouble rather than a question. */
    private static final Pattern TROUBLE = Pattern.compile(
            "declined|not_working|not_received|failed|wrong|twice|lost|stolen|compromised|not_recognised|swallowed"
                    + "|not_updated|fee_charged|blocked|reverted|unable|delayed|extra_charge|Refund_not");

    /** Positions of the emotions in the GoEmotions label file. */
    private static final Set<Integer> GLAD = Set.of(0, 1, 4, 5, 13, 15, 17, 18, 20, 21, 23);

    private static final Set<Integer> HURT = Set.of(2, 3, 9, 10, 11, 12, 14, 16, 19, 24, 25);
    private static final int NO_EMOTION = 27;
    /** Characters of a narrative: about what a ticket or post has. */
    private static final int SNIPPET = 180;

    private final Path folder;
    private final List<Example> examples = new ArrayList<>();

    private Corpora(Path folder) {
        this.folder = folder;
    }

    /** Everything, in a fixed order. */
    static List<Example> all(Path folder) throws IOException {
        Corpora corpora = new Corpora(folder);
        corpora.prosAndCons("IntegratedPros.txt", POSITIVE);
        corpora.prosAndCons("IntegratedCons.txt", NEGATIVE);
        corpora.productReviews("product_reviews_1");
        corpora.productReviews("product_reviews_2");
        corpora.clothing();
        corpora.lines("nltk_pang_lee/sentence_polarity/rt-polarity.pos", POSITIVE, 0.7, 1);
        corpora.lines("nltk_pang_lee/sentence_polarity/rt-polarity.neg", NEGATIVE, 0.7, 1);
        corpora.lines("nltk_pang_lee/subjectivity/plot.tok.gt9.5000", NEUTRAL, 0.4, 3);
        corpora.emotions();
        corpora.questions();
        corpora.complaints();
        return corpora.examples;
    }

    private void add(String text, SentimentLabel label, double weight) {
        if (!text.isBlank()) {
            examples.add(new Example(text.strip(), label, weight));
        }
    }

    private void prosAndCons(String file, SentimentLabel label) throws IOException {
        Path path = folder.resolve("nltk_liu_reviews/pros_cons").resolve(file);
        int row = 0;
        for (String line : Files.readAllLines(path, StandardCharsets.ISO_8859_1)) {
            Matcher matcher = TAGGED.matcher(line);
            if (row++ % 2 == 0 && matcher.find()) {
                add(matcher.group(1), label, 0.5);
            }
        }
    }

    private void productReviews(String name) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder.resolve("nltk_liu_reviews").resolve(name))) {
            files = listed.sorted(Comparator.comparing(Path::toString)).toList();
        }
        for (Path file : files) {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                int marks = line.indexOf("##");
                if (marks >= 0 && !file.toString().endsWith("README.txt")) {
                    review(line.substring(0, marks), line.substring(marks + 2));
                }
            }
        }
    }

    private void review(String aspects, String sentence) {
        int good = 0;
        int bad = 0;
        Matcher matcher = ASPECT.matcher(aspects);
        while (matcher.find()) {
            int strength = Integer.parseInt(matcher.group(2));
            good += matcher.group(1).equals("+") ? strength : 0;
            bad += matcher.group(1).equals("-") ? strength : 0;
        }
        if (good > 0 && bad == 0) {
            add(sentence, POSITIVE, 1);
        } else if (bad > 0 && good == 0) {
            add(sentence, NEGATIVE, 1);
        } else if (good == 0) {
            // a sentence without an aspect is often, not always, neutral
            add(sentence, NEUTRAL, 0.15);
        }
    }

    private void clothing() throws IOException {
        List<List<String>> rows = Csv.rows(folder.resolve("womens_clothing/womens_clothing_reviews.csv"));
        int fives = 0;
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() < 7) {
                continue;
            }
            String stars = row.get(5);
            boolean low = stars.equals("1") || stars.equals("2");
            if (low || (stars.equals("5") && fives++ % 5 == 0)) {
                add(row.get(3), low ? NEGATIVE : POSITIVE, 0.7);
                add(row.get(4), low ? NEGATIVE : POSITIVE, 0.8);
            }
        }
    }

    private void lines(String file, SentimentLabel label, double weight, int every) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(file), StandardCharsets.ISO_8859_1);
        for (int i = 0; i < lines.size(); i += every) {
            add(lines.get(i), label, weight);
        }
    }

    private void emotions() throws IOException {
        for (String file : List.of("train.tsv", "dev.tsv", "test.tsv")) {
            for (String line : Files.readAllLines(folder.resolve("goemotions").resolve(file))) {
                String[] fields = line.split("\t", -1);
                boolean glad = false;
                boolean hurt = false;
                boolean none = false;
                for (String id : fields[1].split(",", -1)) {
                    int emotion = Integer.parseInt(id);
                    glad |= GLAD.contains(emotion);
                    hurt |= HURT.contains(emotion);
                    none |= emotion == NO_EMOTION;
                }
                String text = fields[0].replace("[NAME]", "").replace("[RELIGION]", "");
                if (none && !glad && !hurt) {
                    add(text, NEUTRAL, 0.2);
                } else if (glad != hurt && !none) {
                    add(text, glad ? POSITIVE : NEGATIVE, 0.6);
                }
            }
        }
    }

    /** What people ask a bank or an assistant without complaining. */
    private void questions() throws IOException {
        List<List<String>> rows = Csv.rows(folder.resolve("banking77/train.csv"));
        for (int i = 1; i < rows.size(); i += 2) {
            String text = rows.get(i).get(0);
            if (TROUBLE.matcher(rows.get(i).get(1)).find()) {
                add(text, NEGATIVE, 0.3);
            } else if (text.endsWith("?")) {
                add(text, NEUTRAL, 0.3);
            }
        }
        JsonNode train = new ObjectMapper()
                .readTree(folder.resolve("clinc150/data_full.json").toFile())
                .path("train");
        for (int i = 0; i < train.size(); i += 6) {
            add(train.get(i).path(0).asText(), NEUTRAL, 0.6);
        }
    }

    /** Complaints to a regulator: negative as a whole, whatever their single sentences say. */
    private void complaints() throws IOException {
        List<List<String>> rows = Csv.rows(folder.resolve("cfpb/cfpb_narratives_by_product.csv"));
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() > 1) {
                String text = row.get(1).replaceAll("X{2,}", "");
                add(text.substring(0, Math.min(text.length(), SNIPPET)), NEGATIVE, 0.25);
                int half = text.length() / 2;
                add(text.substring(half, Math.min(text.length(), half + SNIPPET)), NEGATIVE, 0.1);
            }
        }
    }
}
