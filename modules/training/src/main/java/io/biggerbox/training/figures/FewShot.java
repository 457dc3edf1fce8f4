package io.biggerbox.training.figures;

import io.biggerbox.compiler.Compilation;
import io.biggerbox.compiler.Example;
import io.biggerbox.compiler.History;
import io.biggerbox.compiler.TaxonomyCompiler;
import io.biggerbox.compiler.Teacher;
import io.biggerbox.compiler.Teachers;
import io.biggerbox.sentences.Encoder;
import io.biggerbox.text.FastReader;
import io.biggerbox.text.Likelihood;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Compiles a taxonomy of the intents of a data set, and scores the reader on its test. */
public final class FewShot {
    private static final long SEED = 1;
    private static final int MOST_HISTORY = 15_000;

    private final Intents intents;
    private final Teacher teacher;
    private final String name;

    private FewShot(Intents intents, Teacher teacher, String name) {
        this.intents = intents;
        this.teacher = teacher;
        this.name = name;
    }

    /**
     * Prepares.
     *
     * @param data the {@code train} folder
     * @param set {@code banking77} or {@code clinc150}
     * @param teacher {@code bge-small}, {@code minilm} or {@code none}
     * @param cache folder for embeddings
     */
    public static FewShot of(Path data, String set, String teacher, Path cache) throws IOException {
        Intents intents = set.equals("clinc150") ? Intents.clinc(data) : Intents.banking(data);
        return switch (teacher) {
            case "none" -> new FewShot(intents, Teachers.words(), teacher);
            case "minilm" -> new FewShot(intents, model(Encoder.MINILM, cache), teacher);
            default -> new FewShot(intents, model(Encoder.BGE_SMALL, cache), "bge-small");
        };
    }

    private static Teacher model(Encoder encoder, Path cache) {
        return Teachers.sentenceModel(encoder, cache.resolve(encoder.weights() + ".embeddings"), 1);
    }

    /**
     * Measures.
     *
     * @param k phrases an intent; 0 to show all labels
     * @return one line for people
     */
    public String run(int k) throws Teacher.TeacherException {
        List<Intents.Labelled> mixed = new ArrayList<>(intents.train());
        Collections.shuffle(mixed, new Random(SEED));
        Map<String, List<String>> phrases = new TreeMap<>();
        List<Example> judged = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Intents.Labelled row : mixed) {
            List<String> own = phrases.computeIfAbsent(row.theme(), theme -> new ArrayList<>());
            if (own.size() < Math.max(1, k)) {
                own.add(row.text());
            } else if (k == 0) {
                judged.add(new Example(row.text(), List.of(row.theme()), false));
            } else {
                open.add(row.text());
            }
        }
        List<Theme> themes = new ArrayList<>();
        phrases.forEach((id, own) -> themes.add(new Theme(id, id, "", null, "team", own, List.of(), List.of())));
        long begun = System.nanoTime();
        Compilation made = TaxonomyCompiler.compile(
                new Taxonomy(intents.name(), "1", themes), new History(judged, open), teacher, name, MOST_HISTORY);
        double seconds = (System.nanoTime() - begun) / 1e9;
        return String.format(
                Locale.ROOT,
                "%s, teacher %s, k=%d: %s; compiled in %.0f s, %d KB, held back right %.1f",
                intents.name(),
                name,
                k,
                score(made.taxonomy()),
                seconds,
                made.bytes() / 1000,
                100 * made.agreement());
    }

    private String score(Taxonomy taxonomy) {
        FastReader reader = FastReader.create(taxonomy);
        int inside = 0;
        int right = 0;
        int outside = 0;
        int refused = 0;
        for (Intents.Labelled row : intents.test()) {
            String said = Likelihood.likeliest(reader.read(row.text()).mentions());
            if (row.theme().isEmpty()) {
                outside++;
                refused += said == null ? 1 : 0;
            } else {
                inside++;
                right += row.theme().equals(said) ? 1 : 0;
            }
        }
        String scope = outside == 0
                ? ""
                : String.format(Locale.ROOT, ", out-of-scope recall %.1f of %d", 100.0 * refused / outside, outside);
        return String.format(Locale.ROOT, "accuracy %.1f of %d%s", 100.0 * right / inside, inside, scope);
    }
}
