package io.biggerbox.text.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sentences that say much the same, summed up: a cluster feature (BIRCH, Zhang et al. 1996) whose weights fade with event
 * time (DenStream, Cao et al. 2006), with what people want to know about it. Bounded, whatever joins.
 */
final class MicroCluster {

    static final int QUOTES = 5;
    static final int PRODUCTS = 20;
    static final int WEEKS = 12;

    final String id;
    final float[] sum;
    double weight;
    double squares;

    /** Event time down to which weights are faded, epoch milliseconds. */
    long at;

    long sentences;
    long customers;
    long firstSeen;
    long lastSeen;
    final PhraseCounts phrases = new PhraseCounts();
    final TreeMap<String, Long> products = new TreeMap<>();
    final TreeMap<Integer, Long> weeks = new TreeMap<>();
    final List<CandidateQuote> quotes = new ArrayList<>();
    CandidateStatus status = CandidateStatus.NOISE;

    @Nullable
    String theme;

    long revision;

    /** Fingerprint of what was published last; 0 before. */
    int published;

    MicroCluster(String id, int dimensions, long at) {
        this.id = id;
        this.sum = new float[dimensions];
        this.at = at;
        firstSeen = at;
        lastSeen = at;
    }

    /** Lets weights fade up to {@code now}; never back. */
    void fade(long now, Fading fading) {
        if (now > at) {
            double left = fading.between(at, now);
            Vectors.add(sum, left, sum, 0);
            weight *= left;
            squares *= left * left;
            at = now;
        }
    }

    /** Takes a sentence in; {@code fade} comes first. */
    void add(Member member, float[] vector, Set<String> said, double share) {
        Vectors.add(sum, 1, vector, share);
        weight += share;
        squares += share * share;
        sentences++;
        firstSeen = Math.min(firstSeen, member.at());
        lastSeen = Math.max(lastSeen, member.at());
        phrases.add(said);
        products.merge(member.product(), 1L, Long::sum);
        bound(products, PRODUCTS);
        weeks.merge(Weeks.of(member.at()), 1L, Long::sum);
        forgetOldWeeks();
    }

    /**
     * Takes a sentence out of all counts. Where it lies in space is not taken back: it no longer weighs, and what is left
     * of its direction fades.
     */
    void remove(Member member, double share) {
        double left = Math.max(0, weight - share) / Math.max(weight, Double.MIN_NORMAL);
        Vectors.add(sum, left, sum, 0);
        weight *= left;
        squares *= left;
        sentences = Math.max(0, sentences - 1);
        products.computeIfPresent(member.product(), (product, count) -> count > 1 ? count - 1 : null);
        weeks.computeIfPresent(Weeks.of(member.at()), (week, count) -> count > 1 ? count - 1 : null);
        unquote(member.feedbackId());
    }

    /** Takes the words of a feedback out; true when it was quoted. */
    boolean unquote(String feedbackId) {
        return quotes.removeIf(quote -> quote.feedbackId().equals(feedbackId));
    }

    /** Takes over all of {@code other}, faded to the same time. */
    void absorb(MicroCluster other) {
        Vectors.add(sum, 1, other.sum, 1);
        weight += other.weight;
        squares += other.squares;
        sentences += other.sentences;
        firstSeen = Math.min(firstSeen, other.firstSeen);
        lastSeen = Math.max(lastSeen, other.lastSeen);
        phrases.addAll(other.phrases);
        other.products.forEach((product, count) -> products.merge(product, count, Long::sum));
        bound(products, PRODUCTS);
        other.weeks.forEach((week, count) -> weeks.merge(week, count, Long::sum));
        forgetOldWeeks();
    }

    private void forgetOldWeeks() {
        while (weeks.lastKey() - weeks.firstKey() >= WEEKS) {
            weeks.pollFirstEntry();
        }
    }

    private static void bound(Map<String, Long> counts, int most) {
        while (counts.size() > most) {
            Map.Entry<String, Long> rarest = counts.entrySet().stream()
                    .min(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow();
            counts.remove(rarest.getKey());
        }
    }

    /** The most often said of first. */
    List<String> topProducts(int most) {
        return products.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
