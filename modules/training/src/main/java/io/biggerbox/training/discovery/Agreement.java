package io.biggerbox.training.discovery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How well groups agree with labels. */
final class Agreement {

    private final Map<String, Map<String, Integer>> byGroup = new TreeMap<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private int total;

    void add(String group, String label) {
        byGroup.computeIfAbsent(group, each -> new HashMap<>()).merge(label, 1, Integer::sum);
        labels.merge(label, 1, Integer::sum);
        total++;
    }

    /** Groups, the largest first. */
    List<String> groups() {
        return byGroup.keySet().stream()
                .sorted((a, b) -> Integer.compare(size(b), size(a)))
                .toList();
    }

    int size(String group) {
        return byGroup.getOrDefault(group, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The label that most of a group has. */
    String main(String group) {
        return byGroup.getOrDefault(group, Map.of()).entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** Part of a group that has its main label, from 0 to 1. */
    double purity(String group) {
        int most = byGroup.getOrDefault(group, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return size(group) == 0 ? 0 : (double) most / size(group);
    }

    /** Normalised mutual information by the mean of both entropies, from 0 to 1. */
    double nmi() {
        double mutual = 0;
        double groupEntropy = 0;
        double labelEntropy = 0;
        for (Map.Entry<String, Map<String, Integer>> group : byGroup.entrySet()) {
            double groupShare = (double) size(group.getKey()) / total;
            groupEntropy -= groupShare * StrictMath.log(groupShare);
            for (Map.Entry<String, Integer> label : group.getValue().entrySet()) {
                double share = (double) label.getValue() / total;
                double labelShare = (double) labels.getOrDefault(label.getKey(), 0) / total;
                mutual += share * StrictMath.log(share / (groupShare * labelShare));
            }
        }
        for (int count : labels.values()) {
            double share = (double) count / total;
            labelEntropy -= share * StrictMath.log(share);
        }
        return groupEntropy + labelEntropy == 0 ? 0 : 2 * mutual / (groupEntropy + labelEntropy);
    }
}
