package io.biggerbox.cli.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Figures over texts with any number of themes each.
 *
 * @param judged every text, in the order of the file
 */
record ThemeScores(List<Judged> judged) {

    /**
     * One text.
     *
     * @param line where its row starts in the file, from 1
     * @param text the text
     * @param themes what the file says; none if it is out of scope
     * @param said what the reader says
     * @param likelihood of the likeliest of them, 0 to 1
     */
    record Judged(long line, String text, Set<String> themes, Set<String> said, double likelihood) {
        Judged {
            themes = Set.copyOf(themes);
            said = Set.copyOf(said);
        }

        boolean right() {
            return themes.equals(said);
        }
    }

    ThemeScores {
        judged = List.copyOf(judged);
    }

    /** All themes that the file or the reader names, in alphabetical order. */
    Set<String> themes() {
        Set<String> all = new TreeSet<>();
        for (Judged one : judged) {
            all.addAll(one.themes());
            all.addAll(one.said());
        }
        return all;
    }

    private double share(long part, long all) {
        return all == 0 ? 0 : part / (double) all;
    }

    /** Share of the texts in scope of which exactly the right themes were named. */
    double accuracy() {
        return share(
                judged.stream()
                        .filter(one -> !one.themes().isEmpty() && one.right())
                        .count(),
                inScope());
    }

    long inScope() {
        return judged.stream().filter(one -> !one.themes().isEmpty()).count();
    }

    long outOfScope() {
        return judged.size() - inScope();
    }

    /** Share of the texts out of scope of which nothing was said. */
    double outOfScopeRecall() {
        return share(
                judged.stream()
                        .filter(one -> one.themes().isEmpty() && one.right())
                        .count(),
                outOfScope());
    }

    long support(String theme) {
        return judged.stream().filter(one -> one.themes().contains(theme)).count();
    }

    long claimed(String theme) {
        return judged.stream().filter(one -> one.said().contains(theme)).count();
    }

    long found(String theme) {
        return judged.stream()
                .filter(one -> one.themes().contains(theme) && one.said().contains(theme))
                .count();
    }

    double precision(String theme) {
        return share(found(theme), claimed(theme));
    }

    double recall(String theme) {
        return share(found(theme), support(theme));
    }

    double f1(String theme) {
        return share(2 * found(theme), support(theme) + claimed(theme));
    }

    /** Mean F1 of the themes that the file has: every theme counts the same, however rare. */
    double macroF1() {
        return themes().stream()
                .filter(theme -> support(theme) > 0)
                .mapToDouble(this::f1)
                .average()
                .orElse(0);
    }

    /** F1 over all pairs of text and theme: every mention counts the same. */
    double microF1() {
        long found = 0;
        long named = 0;
        for (Judged one : judged) {
            found += one.said().stream().filter(one.themes()::contains).count();
            named += one.said().size() + one.themes().size();
        }
        return share(2 * found, named);
    }

    /** What texts of a theme were also, or instead, taken for: wrong themes by how often, the most often first. */
    List<Map.Entry<String, Long>> takenFor(String theme) {
        Map<String, Long> counts = new TreeMap<>();
        for (Judged one : judged) {
            if (one.themes().contains(theme)) {
                one.said().stream()
                        .filter(said -> !one.themes().contains(said))
                        .forEach(said -> counts.merge(said, 1L, Long::sum));
            }
        }
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        return sorted;
    }

    /** Wrong answers, those that the reader was surest of first. */
    List<Judged> worst(int most) {
        return judged.stream()
                .filter(one -> !one.right())
                .sorted(Comparator.comparingDouble((Judged one) -> -one.likelihood())
                        .thenComparingLong(Judged::line))
                .limit(most)
                .toList();
    }
}
