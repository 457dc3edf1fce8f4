package io.biggerbox.text.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a cluster says more often than other pain does: log-odds with an informative Dirichlet prior, in standard
 * deviations (Monroe, Colaresi and Quinn 2008, "Fightin' Words"). The background is the sum of all clusters, noise
 * included, so that nothing need be kept for it.
 */
final class Naming {

    /** Weight of the background in sightings: a phrase that was met twice by chance must not lead. */
    private static final double PRIOR = 200;

    /** One chance in a hundred. */
    private static final double TELLING = 2.3;

    /** A longer phrase stands for its words when it is said at least this part of the times. */
    private static final double SAID_TOGETHER = 0.4;

    private final PhraseCounts background;

    Naming(PhraseCounts background) {
        this.background = background;
    }

    private record Scored(String phrase, double score, int count) {}

    /** The most telling phrases, none of which only repeats another; at most {@code most}. */
    List<String> of(PhraseCounts counts, int most) {
        List<Scored> telling = new ArrayList<>();
        counts.forEach((phrase, count) -> {
            double score = score(phrase, count, counts.total());
            if (count > 1 && score >= TELLING) {
                telling.add(new Scored(phrase, score, count));
            }
        });
        telling.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::phrase));
        List<String> chosen = new ArrayList<>();
        for (Scored each : telling) {
            if (chosen.size() == most) {
                break;
            }
            String phrase = longest(each, telling);
            if (chosen.stream().noneMatch(other -> overlaps(other, phrase))) {
                chosen.add(phrase);
            }
        }
        return chosen;
    }

    private static String longest(Scored word, List<Scored> telling) {
        String best = word.phrase();
        for (Scored other : telling) {
            if (other.phrase().length() > best.length()
                    && contains(other.phrase(), best)
                    && other.count() >= SAID_TOGETHER * word.count()) {
                best = other.phrase();
            }
        }
        return best;
    }

    private static boolean overlaps(String a, String b) {
        Set<String> words = new HashSet<>(List.of(a.split(" ", -1)));
        for (String word : b.split(" ", -1)) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(String longer, String shorter) {
        return (" " + longer + " ").contains(" " + shorter + " ");
    }

    private double score(String phrase, double inside, double insideTotal) {
        double everywhere = Math.max(inside, background.of(phrase));
        double everywhereTotal = Math.max(insideTotal, background.total());
        double outside = everywhere - inside;
        double outsideTotal = everywhereTotal - insideTotal;
        double prior = PRIOR * everywhere / everywhereTotal;
        double difference =
                logOdds(inside + prior, insideTotal + PRIOR) - logOdds(outside + prior, outsideTotal + PRIOR);
        return difference / Math.sqrt(1 / (inside + prior) + 1 / (outside + prior));
    }

    private static double logOdds(double part, double whole) {
        return StrictMath.log(part / Math.max(whole - part, 0.5));
    }
}
