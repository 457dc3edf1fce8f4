package io.biggerbox.text.discovery;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * In how many sentences each phrase stands. Bounded: when it has grown to twice {@value #KEPT}, the rarer ones are
 * forgotten. What names a cluster is said again and again and survives that.
 */
final class PhraseCounts {

    static final int KEPT = 100;

    private final TreeMap<String, Integer> counts = new TreeMap<>();
    private long total;

    void add(Collection<String> phrases) {
        phrases.forEach(phrase -> add(phrase, 1));
        bound();
    }

    void addAll(PhraseCounts other) {
        other.counts.forEach(this::add);
        bound();
    }

    /** Puts back what was written down. */
    void add(String phrase, int count) {
        counts.merge(phrase, count, Integer::sum);
        total += count;
    }

    private void bound() {
        if (counts.size() <= 2 * KEPT) {
            return;
        }
        List<String> rarest = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .skip(KEPT)
                .map(Map.Entry::getKey)
                .toList();
        Set<String> forgotten = new HashSet<>(rarest);
        counts.entrySet().removeIf(entry -> {
            if (forgotten.contains(entry.getKey())) {
                total -= entry.getValue();
                return true;
            }
            return false;
        });
    }

    /** Forgets what stands in so few sentences: it may all be of somebody whose words must go. */
    void forgetUpTo(int sentences) {
        counts.values().removeIf(count -> {
            boolean rare = count <= sentences;
            total -= rare ? count : 0;
            return rare;
        });
    }

    int of(String phrase) {
        return counts.getOrDefault(phrase, 0);
    }

    double total() {
        return (double) total;
    }

    int size() {
        return counts.size();
    }

    void forEach(BiConsumer<String, Integer> action) {
        counts.forEach(action);
    }
}
