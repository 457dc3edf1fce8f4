package io.biggerbox.training.corpora;

import static io.biggerbox.text.SentimentLabel.NEGATIVE;
import static io.biggerbox.text.SentimentLabel.NEUTRAL;
import static io.biggerbox.text.SentimentLabel.POSITIVE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.biggerbox.text.SentimentLabel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of the {@code train} folder, all of licences that let what is learned from them ship. Those that somebody
 * judged come with their label; all of them, judged or not, are there for the sentence model to judge.
 */
public final class Corpora {
    private static final Pattern TAGGED = Pattern.compile("<(?:Pros|Cons)>(.*)</(?:Pros|Cons)>");
    private static final Pattern ASPECT = Pattern.compile("\\[([+-])(\\d)]");
    private static final Pattern XML_TEXT = Pattern.compile("<text>(.*?)</text>", Pattern.DOTALL);
    private static final Pattern XML_POLARITY = Pattern.compile("polarity=\"(\\w+)\"");

    /** Banking issues that are somebody's trouble rather than a question. */
    private static final Pattern TROUBLE = Pattern.compile(
            "declined|not_working|not_received|failed|wrong|twice|lost|stolen|compromised|not_recognised|swallowed"
                    + "|not_updated|fee_charged|blocked|reverted|unable|delayed|extra_charge|Refund_not");

    /** Positions of the emotions in the GoEmotions label file. */
    private static final Set<Integer> GLAD = Set.of(0, 1, 4, 5, 13, 15, 17, 18, 20, 21, 23);

    private static final Set<Integer> HURT = Set.of(2, 3, 9, 10, 11, 12, 14, 16, 19, 24, 25);
    private static final int NO_EMOTION = 27;

    /** Characters of a narrative that are read as one text: about what a ticket has. */
    private static final int SNIPPET = 200;

    private static final int SENTENCES_OF_A_NARRATIVE = 3;
    private static final long MIX = 20260101;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 300;

    private final Path folder;
    private final List<LabelledText> labelled = new ArrayList<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private int narratives;

    private Corpora(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads everything, in a fixed order.
     *
     * @param folder the {@code train} folder
     */
    public static Corpora read(Path folder) throws IOException {
        Corpora corpora = new Corpora(folder);
        corpora.prosAndCons("IntegratedPros.txt", POSITIVE);
        corpora.prosAndCons("IntegratedCons.txt", NEGATIVE);
        corpora.productReviews("product_reviews_1");
        corpora.productReviews("product_reviews_2");
        corpora.comparisons();
        corpora.clothing();
        corpora.films("sentence_polarity/rt-polarity.pos", POSITIVE, 1);
        corpora.films("sentence_polarity/rt-polarity.neg", NEGATIVE, 1);
        corpora.films("subjectivity/plot.tok.gt9.5000", NEUTRAL, 0.4);
        corpora.filmOpinions();
        corpora.emotions();
        corpora.restaurants();
        corpora.banking();
        corpora.assistant();
        corpora.complaints();
        corpora.customerCare();
        corpora.dropDoubles();
        return corpora;
    }

    /** What somebody judged; no text twice. */
    public List<LabelledText> labelled() {
        return List.copyOf(labelled);
    }

    /** Every text, judged or not, once, those kept aside too; in an order that mixes the sources. */
    public List<String> texts() {
        List<String> mixed = new ArrayList<>(texts);
        Collections.shuffle(mixed, new Random(MIX));
        return mixed;
    }

    private void add(String source, String raw, SentimentLabel label, double weight) {
        String text = Plain.text(raw);
        if (text.length() >= SHORTEST) {
            labelled.add(new LabelledText(source, text, label, weight));
            plain(text);
        }
    }

    private void plain(String raw) {
        String text = Plain.text(raw);
        if (text.length() >= SHORTEST && text.length() <= LONGEST) {
            texts.add(text);
        }
    }

    private void sentences(String raw, int most) {
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
        ends.setText(raw);
        int start = ends.first();
        int count = 0;
        for (int end = ends.next(); end != BreakIterator.DONE && count < most; end = ends.next()) {
            plain(raw.substring(start, end));
            start = end;
            count++;
        }
    }

    private void prosAndCons(String file, SentimentLabel label) throws IOException {
        int row = 0;
        for (String line : latin("nltk_liu_reviews/pros_cons/" + file)) {
            Matcher matcher = TAGGED.matcher(line);
            if (row++ % 2 == 0 && matcher.find()) {
                add("pros_cons", matcher.group(1), label, 0.4);
            }
        }
    }

    private void productReviews(String name) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder.resolve("nltk_liu_reviews").resolve(name))) {
            files = listed.filter(file -> !file.toString().endsWith("README.txt"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
        for (Path file : files) {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                int marks = line.indexOf("##");
                if (marks >= 0) {
                    review(line.substring(0, marks), Plain.untokenised(line.substring(marks + 2)));
                } else if (line.startsWith("[t]")) {
                    plain(Plain.untokenised(line.substring(3)));
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
            add("product_reviews", sentence, POSITIVE, 1);
        } else if (bad > 0 && good == 0) {
            add("product_reviews", sentence, NEGATIVE, 1);
        } else {
            // a sentence without an aspect is often, not always, neutral
            plain(sentence);
        }
    }

    private void comparisons() throws IOException {
        for (String line : latin("nltk_liu_reviews/comparative_sentences/labeledSentences.txt")) {
            boolean markup = line.startsWith("<") || line.startsWith("*") || line.matches("\\s*\\d_.*");
            if (!markup) {
                plain(Plain.untokenised(line));
            }
        }
    }

    private void clothing() {
        List<NamedCsvRecord> rows = Csv.rows(folder.resolve("womens_clothing/womens_clothing_reviews.csv"));
        int fives = 0;
        for (int i = 0; i < rows.size(); i++) {
            String title = Csv.field(rows.get(i), "Title");
            String text = Csv.field(rows.get(i), "Review Text");
            String stars = Csv.field(rows.get(i), "Rating");
            boolean low = stars.equals("1") || stars.equals("2");
            if (low || (stars.equals("5") && fives++ % 5 == 0)) {
                add("clothing", title, low ? NEGATIVE : POSITIVE, 0.8);
                add("clothing", text, low ? NEGATIVE : POSITIVE, 0.7);
            }
            if (low || i % 4 == 0) {
                plain(title);
                sentences(text, Integer.MAX_VALUE);
            }
        }
    }

    private void films(String file, SentimentLabel label, double weight) throws IOException {
        for (String line : latin("nltk_pang_lee/" + file)) {
            add("films", Plain.untokenised(line), label, weight);
        }
    }

    private void filmOpinions() throws IOException {
        for (String line : latin("nltk_pang_lee/subjectivity/quote.tok.gt9.5000")) {
            plain(Plain.untokenised(line));
        }
    }

    private void emotions() throws IOException {
        int neutrals = 0;
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
                if (none && !glad && !hurt) {
                    neutrals++;
                    if (neutrals % 2 == 0) {
                        add("emotions", fields[0], NEUTRAL, 0.3);
                    }
                } else if (glad != hurt && !none) {
                    add("emotions", fields[0], glad ? POSITIVE : NEGATIVE, 0.6);
                } else {
                    plain(fields[0]);
                }
            }
        }
    }

    /** A sentence about several things counts as judged only when all of them are judged alike, or none is. */
    private void restaurants() throws IOException {
        for (String file : List.of("ATSA-train", "ATSA-val", "ATSA-test", "ACSA-train", "ACSA-val", "ACSA-test")) {
            String all = Files.readString(folder.resolve("mams_absa/" + file + ".xml"));
            for (String sentence : all.split("</sentence>", -1)) {
                Matcher text = XML_TEXT.matcher(sentence);
                if (text.find()) {
                    restaurant(unescaped(text.group(1)), XML_POLARITY.matcher(sentence));
                }
            }
        }
    }

    private void restaurant(String text, Matcher polarities) {
        Set<String> found = new HashSet<>();
        while (polarities.find()) {
            found.add(polarities.group(1));
        }
        boolean good = found.contains("positive");
        boolean bad = found.contains("negative");
        if (good != bad) {
            add("restaurants", text, good ? POSITIVE : NEGATIVE, 0.6);
        } else {
            plain(text);
        }
    }

    private static String unescaped(String xml) {
        return xml.replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private void banking() {
        for (String file : List.of("train.csv", "test.csv")) {
            for (NamedCsvRecord row : Csv.rows(folder.resolve("banking77").resolve(file))) {
                String text = Csv.field(row, "text");
                if (TROUBLE.matcher(Csv.field(row, "category")).find()) {
                    add("banking", text, NEGATIVE, 0.2);
                } else if (text.endsWith("?")) {
                    add("banking", text, NEUTRAL, 0.2);
                } else {
                    plain(text);
                }
            }
        }
    }

    /** What people ask an assistant, without complaining. */
    private void assistant() throws IOException {
        JsonNode file = new ObjectMapper()
                .readTree(folder.resolve("clinc150/data_full.json").toFile());
        for (String part : List.of("train", "oos_train", "oos_test")) {
            JsonNode rows = file.path(part);
            for (int i = 0; i < rows.size(); i += part.equals("train") ? 3 : 1) {
                add("assistant", rows.get(i).path(0).asText(), NEUTRAL, 0.4);
            }
        }
    }

    /** Complaints to a regulator: negative as a whole, whatever their single sentences say. */
    private void complaints() {
        for (NamedCsvRecord row : Csv.rows(folder.resolve("cfpb/cfpb_narratives_by_product.csv"))) {
            narrative(Csv.field(row, "narrative"));
        }
        for (NamedCsvRecord row : Csv.rows(folder.resolve("cfpb/cfpb_complaints.csv"))) {
            narrative(Csv.field(row, "narrative"));
        }
        for (NamedCsvRecord row : Csv.rows(folder.resolve("cfpb/cfpb_2000_silver_themes.csv"))) {
            narrative(Csv.field(row, "consumer_narrative"));
        }
    }

    private void narrative(String raw) {
        String text = Plain.text(raw);
        if (!text.isEmpty() && narratives++ % 2 == 0) {
            add("complaints", text.substring(0, Math.min(text.length(), SNIPPET)), NEGATIVE, 0.3);
            sentences(text, SENTENCES_OF_A_NARRATIVE);
        }
    }

    private void customerCare() throws IOException {
        for (String file : List.of("dev.json", "test.json")) {
            JsonNode conversations = new ObjectMapper()
                    .readTree(folder.resolve("ibm_customer_care").resolve(file).toFile());
            for (JsonNode conversation : conversations) {
                for (JsonNode turn : conversation.path("dialogContent")) {
                    plain(turn.path("message").asText());
                }
            }
        }
    }

    private List<String> latin(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file), StandardCharsets.ISO_8859_1);
    }

    /** The first judgement stands. */
    private void dropDoubles() {
        Set<String> seen = new HashSet<>();
        labelled.removeIf(text -> !seen.add(text.text()));
        labelled.forEach(text -> texts.add(text.text()));
    }
}
