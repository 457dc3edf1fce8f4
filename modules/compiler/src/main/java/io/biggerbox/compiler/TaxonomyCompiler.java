package io.biggerbox.compiler;

import io.biggerbox.text.learned.ThemeModel;
import io.biggerbox.text.meaning.Meaning;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learns a fast model of a taxonomy's themes. Phrases and judged texts are put beside the open history by a teacher that
 * knows what texts mean; labels spread from them to what is like them; and a student that can be run on the stream learns
 * what the whole history was labelled. The same input gives the same bytes on the same kind of processor.
 */
public final class TaxonomyCompiler {
    /** Open texts that are learned from at most; a fixed sample is taken of more. */
    public static final int MOST_HISTORY = 12_000;

    private static final int FOLDS = 5;

    /** With so few texts, every fold has its student, not only the first. */
    private static final int FEW_TEXTS = 1500;

    /** What somebody said counts more than what spread to a text. */
    private static final float JUDGED_WEIGHT = 3;

    private final Lessons lessons;
    private final int classes;
    private final List<SeenText> seen;
    private final List<SeenText> strangers;
    private final Neighbours graph;

    private TaxonomyCompiler(Lessons lessons, Neighbours graph) {
        this.lessons = lessons;
        this.classes = lessons.themes().size() + 1;
        this.seen = SeenText.all(lessons.texts());
        this.strangers = SeenText.all(Strangers.of(lessons.texts()));
        this.graph = graph;
    }

    /**
     * Compiles.
     *
     * @param taxonomy the themes; what was learned for it before is forgotten
     * @param history what customers wrote before; may be empty
     * @param teacher who says what texts mean
     * @param name the teacher's name, for the report
     */
    public static Compilation compile(Taxonomy taxonomy, History history, Teacher teacher, String name)
            throws Teacher.TeacherException {
        return compile(taxonomy, history, teacher, name, MOST_HISTORY);
    }

    /** The same with another number of open texts at most. */
    public static Compilation compile(Taxonomy taxonomy, History history, Teacher teacher, String name, int most)
            throws Teacher.TeacherException {
        Lessons lessons = Lessons.of(taxonomy, history, most);
        Neighbours graph = Neighbours.of(centred(teacher.meanings(lessons.texts())));
        return new TaxonomyCompiler(lessons, graph).compile(taxonomy, name);
    }

    private static float[][] centred(List<float[]> rows) {
        double[] mean = new double[rows.get(0).length];
        for (float[] row : rows) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += row[d] / (double) rows.size();
            }
        }
        float[][] centred = new float[rows.size()][];
        for (int i = 0; i < centred.length; i++) {
            float[] row = rows.get(i).clone();
            for (int d = 0; d < row.length; d++) {
                row[d] -= (float) mean[d];
            }
            centred[i] = Meaning.unit(row);
        }
        return centred;
    }

    private Compilation compile(Taxonomy taxonomy, String teacher) {
        boolean[] none = new boolean[lessons.judged()];
        float[][] labels = LabelSpreading.spread(graph, lessons.given(none), classes);
        Confusion confusion = new Confusion(classes);
        Check check = new Check(classes);
        for (int fold = 0; fold < FOLDS; fold++) {
            check(fold, labels, confusion, check);
        }
        float sharpness = check.sharpness();
        List<float[]> said = check.said(sharpness);
        float[] thresholds = check.thresholds(said);
        Student student = taught(labels);
        student.sharpen(sharpness);
        List<String> names = new ArrayList<>(lessons.themes());
        names.add(ThemeModel.NONE);
        ThemeModel model = Packing.pack(student, Meaning.shipped().version(), names, thresholds);

        int[] claimed = new int[classes];
        int covered = claims(student, model, claimed);
        List<ThemeReport> rows = new ArrayList<>();
        for (int c = 0; c < classes - 1; c++) {
            Check.Quality quality = check.quality(c, said, model);
            rows.add(new ThemeReport(
                    names.get(c),
                    examples(names.get(c), true),
                    examples(names.get(c), false),
                    claimed[c],
                    quality.precision(),
                    quality.recall(),
                    confusion.recognised(c),
                    thresholds[c],
                    confusion.takenFor(c).stream().map(names::get).toList()));
        }
        int open = lessons.size() - lessons.judged();
        return new Compilation(
                taxonomy.with(model),
                teacher,
                lessons.judged(),
                open,
                lessons.left(),
                covered / (double) open,
                check.size(),
                check.agreement(),
                model.toBytes().length,
                rows);
    }

    /** Hides a fifth of the examples from the teacher, and a fifth of all texts from a student. */
    private void check(int fold, float[][] labels, Confusion confusion, Check check) {
        boolean[] hidden = new boolean[lessons.judged()];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = inFold(i, fold);
        }
        float[][] unaided = LabelSpreading.spread(graph, lessons.given(hidden), classes);
        for (int i = 0; i < hidden.length; i++) {
            if (hidden[i]) {
                confusion.add(labels[i], unaided[i]);
            }
        }
        if (fold > 0 && lessons.size() > FEW_TEXTS) {
            return;
        }
        float[][] shown = unaided.clone();
        for (int i = 0; i < shown.length; i++) {
            if (inFold(i, fold)) {
                shown[i] = null;
            }
        }
        Student student = taught(shown);
        for (int i = 0; i < shown.length; i++) {
            if (inFold(i, fold)) {
                check.add(student.logits(seen.get(i)), labels[i]);
            }
        }
    }

    /** Neighbours in the list are often of the same theme: they go into different folds. */
    private static boolean inFold(int i, int fold) {
        return i % FOLDS == fold;
    }

    /** Taught with what the texts were labelled; strangers are none of the themes. */
    private Student taught(float[] @Nullable [] labels) {
        List<SeenText> texts = new ArrayList<>(seen);
        texts.addAll(strangers);
        float[][] wanted = Arrays.copyOf(labels, texts.size());
        float[] weights = new float[texts.size()];
        Arrays.fill(weights, 1);
        boolean mostOpen = lessons.judged() * 2 < lessons.size();
        Arrays.fill(weights, 0, lessons.judged(), mostOpen ? JUDGED_WEIGHT : 1);
        for (int i = seen.size(); i < wanted.length; i++) {
            wanted[i] = new float[classes];
            wanted[i][classes - 1] = 1;
        }
        return Student.taught(texts, wanted, weights, classes);
    }

    private int claims(Student student, ThemeModel model, int[] claimed) {
        int covered = 0;
        for (int i = lessons.judged(); i < lessons.size(); i++) {
            float[] said = student.probabilities(seen.get(i));
            boolean any = false;
            for (int c = 0; c < classes - 1; c++) {
                if (model.claims(said, c)) {
                    claimed[c]++;
                    any = true;
                }
            }
            covered += any ? 1 : 0;
        }
        return covered;
    }

    private int examples(String theme, boolean phrases) {
        int count = 0;
        for (int i = 0; i < lessons.judged(); i++) {
            Example example = lessons.example(i);
            count += example.phrase() == phrases && example.themes().contains(theme) ? 1 : 0;
        }
        return count;
    }
}
