package io.biggerbox.training.discovery;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.biggerbox.text.discovery.Candidate;
import io.biggerbox.text.discovery.CandidateStatus;
import io.biggerbox.text.discovery.Discovery;
import io.biggerbox.text.discovery.DiscoverySettings;
import io.biggerbox.text.discovery.MeaningVectors;
import io.biggerbox.text.discovery.PainReport;
import io.biggerbox.text.discovery.PainSentence;
import io.biggerbox.text.discovery.SentenceVectors;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Streams labelled texts through discovery without their labels, in random order over 60 days, and tells how well the
 * candidates agree with the labels; beside it, k-means that is told the true number of them, on the same vectors.
 *
 * <p>Arguments: a CSV file with the columns {@code text} and {@code category}; then, if wanted, a file with one unrelated
 * text a line that is mixed in as noise, and how many of its lines.
 */
public final class MeasureDiscovery {

    private static final int DAYS = 60;
    private static final long DAY_MILLIS = 86_400_000L;
    private static final long FIRST_DAY = 20_000L * DAY_MILLIS;
    private static final int TOP = 20;
    private static final int SEEDS = 3;
    private static final String NOISE = "(noise)";

    private record Item(String text, String label) {}

    private final PrintStream out;

    private MeasureDiscovery(PrintStream out) {
        this.out = out;
    }

    /** Measures. */
    public static void main(String[] args) throws IOException {
        List<Item> items = labelled(Path.of(args[0]));
        if (args.length > 1) {
            items.addAll(noise(Path.of(args[1]), Integer.parseInt(args[2])));
        }
        MeasureDiscovery measure = new MeasureDiscovery(System.out);
        SentenceVectors vectors = new MeaningVectors();
        measure.likeness(items, vectors);
        for (int seed = 1; seed <= SEEDS; seed++) {
            measure.stream(items, vectors, seed, seed == 1);
        }
        measure.peer(items, vectors);
    }

    private static List<Item> labelled(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return new ArrayList<>(rows.stream()
                    .map(row -> new Item(row.getField("text").strip(), row.getField("category")))
                    .toList());
        }
    }

    private static List<Item> noise(Path file, int most) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .limit(most)
                .map(line -> new Item(line.strip(), NOISE))
                .toList();
    }

    /** How alike two sentences of one label are, and two of different ones: what SentenceVectors.likeness() is set by. */
    private void likeness(List<Item> items, SentenceVectors vectors) {
        Random random = new Random(1);
        double same = 0;
        double other = 0;
        int sames = 0;
        int others = 0;
        Map<String, List<float[]>> byLabel = new TreeMap<>();
        items.stream().filter(item -> !item.label().equals(NOISE)).forEach(item -> byLabel.computeIfAbsent(
                        item.label(), label -> new ArrayList<>())
                .add(vectors.of(item.text())));
        List<List<float[]>> groups = List.copyOf(byLabel.values());
        for (int i = 0; i < 200_000; i++) {
            int a = random.nextInt(groups.size());
            int b = i % 2 == 0 ? a : random.nextInt(groups.size());
            float[] one = groups.get(a).get(random.nextInt(groups.get(a).size()));
            float[] two = groups.get(b).get(random.nextInt(groups.get(b).size()));
            double dot = 0;
            for (int d = 0; d < one.length && one != two; d++) {
                dot += (double) one[d] * two[d];
            }
            if (a == b) {
                same += dot;
                sames++;
            } else {
                other += dot;
                others++;
            }
        }
        out.printf(
                Locale.ROOT,
                "%s: likeness of one label %.3f, of two %.3f%n",
                vectors.version(),
                same / sames,
                other / others);
    }

    private void stream(List<Item> items, SentenceVectors vectors, int seed, boolean names) {
        List<Item> order = new ArrayList<>(items);
        Collections.shuffle(order, new Random(seed));
        Discovery discovery = new Discovery(DiscoverySettings.DEFAULTS, vectors, new TreeStore());
        Map<String, Candidate> shown = new LinkedHashMap<>();
        long start = System.nanoTime();
        for (int i = 0; i < order.size(); i++) {
            long at = FIRST_DAY + (long) i * DAYS * DAY_MILLIS / order.size();
            discovery.report(new PainReport(
                    "f" + i,
                    1,
                    i,
                    "p",
                    at,
                    new PainReport.SourcePlace("t", 0, i),
                    List.of(new PainSentence(0, order.get(i).text()))));
            discovery.drain().forEach(candidate -> shown.put(candidate.id(), candidate));
        }
        discovery.advance(FIRST_DAY + (DAYS + 2) * DAY_MILLIS);
        discovery.drain().forEach(candidate -> shown.put(candidate.id(), candidate));
        double micros = (System.nanoTime() - start) / 1e3 / order.size();
        shown.values().removeIf(candidate -> candidate.status() != CandidateStatus.OPEN);

        Agreement all = new Agreement();
        Agreement open = new Agreement();
        for (int i = 0; i < order.size(); i++) {
            List<String> ids = discovery.clustersOf("f" + i);
            String id = ids.isEmpty() ? NOISE : ids.get(0);
            all.add(shown.containsKey(id) ? id : NOISE, order.get(i).label());
            if (shown.containsKey(id)) {
                open.add(id, order.get(i).label());
            }
        }
        List<String> top = shown.values().stream()
                .sorted((a, b) -> Long.compare(b.customers(), a.customers()))
                .map(Candidate::id)
                .limit(TOP)
                .toList();
        Set<String> found = new HashSet<>();
        open.groups().forEach(group -> {
            if (open.purity(group) >= 0.5) {
                found.add(open.main(group));
            }
        });
        found.remove(NOISE);
        long labels = items.stream()
                .map(Item::label)
                .filter(label -> !label.equals(NOISE))
                .distinct()
                .count();
        int covered = open.groups().stream().mapToInt(open::size).sum();
        out.printf(
                Locale.ROOT,
                "stream, seed %d: %d candidates, purity of the top %d %.3f, of all %.3f; %d of %d labels found; NMI %.3f"
                        + " (%.3f within candidates); %.0f %% of texts in candidates; %d clusters; %.0f µs a sentence%n",
                seed,
                shown.size(),
                TOP,
                top.stream().mapToDouble(open::purity).average().orElse(0),
                open.groups().stream().mapToDouble(open::purity).average().orElse(0),
                found.size(),
                labels,
                all.nmi(),
                open.nmi(),
                100.0 * covered / order.size(),
                discovery.size(),
                micros);
        if (names) {
            for (String id : top) {
                Candidate candidate = shown.get(id);
                out.printf(
                        Locale.ROOT,
                        "  %4d customers, purity %.2f, cohesion %.2f: %-60s (%s)%n",
                        candidate == null ? 0 : candidate.customers(),
                        open.purity(id),
                        candidate == null ? 0 : candidate.cohesion(),
                        candidate == null ? "" : candidate.name(),
                        open.main(id));
            }
        }
    }

    private void peer(List<Item> items, SentenceVectors vectors) {
        int k = (int) items.stream().map(Item::label).distinct().count();
        List<float[]> all = items.stream().map(item -> vectors.of(item.text())).toList();
        for (int seed = 1; seed <= SEEDS; seed++) {
            int[] groups = KMeans.groups(all, k, seed);
            Agreement agreement = new Agreement();
            for (int i = 0; i < groups.length; i++) {
                agreement.add("g" + groups[i], items.get(i).label());
            }
            out.printf(
                    Locale.ROOT,
                    "k-means, k = %d, seed %d: purity of the top %d %.3f, of all %.3f; NMI %.3f%n",
                    k,
                    seed,
                    TOP,
                    agreement.groups().stream()
                            .limit(TOP)
                            .mapToDouble(agreement::purity)
                            .average()
                            .orElse(0),
                    agreement.groups().stream()
                            .mapToDouble(agreement::purity)
                            .average()
                            .orElse(0),
                    agreement.nmi());
        }
    }
}
