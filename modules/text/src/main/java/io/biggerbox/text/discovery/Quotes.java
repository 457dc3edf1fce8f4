package io.biggerbox.text.discovery;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Keeps the sentences that lie nearest to the middle of a cluster, each by another customer and in other words. */
final class Quotes {

    private static final int LONGEST = 280;

    private Quotes() {}

    /** How near a sentence lies to the middle of a cluster. */
    interface Nearness {
        double of(MicroCluster cluster, String text);
    }

    /** Offers a sentence that has joined {@code cluster}. */
    static void offer(MicroCluster cluster, Member member, Nearness nearness) {
        CandidateQuote quote = new CandidateQuote(
                cut(member.text()),
                member.feedbackId(),
                member.customer(),
                member.product(),
                member.at(),
                member.source());
        if (cluster.quotes.stream().noneMatch(other -> repeats(quote, other))) {
            keepBest(
                    cluster,
                    Stream.concat(cluster.quotes.stream(), Stream.of(quote)).toList(),
                    nearness);
        }
    }

    /** Takes over the quotes of a cluster that has become part of {@code stays}. */
    static void merge(MicroCluster stays, MicroCluster gone, Nearness nearness) {
        List<CandidateQuote> others = gone.quotes.stream()
                .filter(quote -> stays.quotes.stream().noneMatch(other -> repeats(quote, other)))
                .toList();
        keepBest(stays, Stream.concat(stays.quotes.stream(), others.stream()).toList(), nearness);
    }

    private static boolean repeats(CandidateQuote quote, CandidateQuote other) {
        return quote.customer() == other.customer() || quote.text().equalsIgnoreCase(other.text());
    }

    private static void keepBest(MicroCluster cluster, List<CandidateQuote> offered, Nearness nearness) {
        List<CandidateQuote> best = offered;
        if (offered.size() > MicroCluster.QUOTES) {
            TreeMap<Integer, Double> cosines = new TreeMap<>();
            for (int i = 0; i < offered.size(); i++) {
                cosines.put(i, nearness.of(cluster, offered.get(i).text()));
            }
            best = cosines.keySet().stream()
                    .sorted(Comparator.comparingDouble((Integer i) -> -cosines.getOrDefault(i, 0.0)))
                    .limit(MicroCluster.QUOTES)
                    .map(offered::get)
                    .toList();
        }
        List<CandidateQuote> kept = List.copyOf(best);
        cluster.quotes.clear();
        cluster.quotes.addAll(kept);
    }

    private static String cut(String text) {
        String line = text.strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "…";
    }
}
