package io.biggerbox.text.discovery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is told of candidates, and whose words they showed when they were told last. Confined to one thread. */
final class Announcements {

    /** Prefix of the keys under which it is kept whose words a candidate showed. */
    static final String SHOWN = "s|";

    private static final int MOST_PHRASES = 8;
    private static final int PHRASES_IN_NAME = 3;
    private static final int MOST_PRODUCTS = 5;

    private final Clusters clusters;
    private final DiscoveryStore store;
    private final Map<String, Candidate> news = new LinkedHashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();

    Announcements(Clusters clusters, DiscoveryStore store) {
        this.clusters = clusters;
        this.store = store;
    }

    /** Names candidates by what tells them from all others at present. */
    Naming naming() {
        PhraseCounts background = new PhraseCounts();
        Map<String, Integer> sums = new TreeMap<>();
        clusters.all()
                .forEach(
                        cluster -> cluster.phrases.forEach((phrase, count) -> sums.merge(phrase, count, Integer::sum)));
        sums.forEach(background::add);
        return new Naming(background);
    }

    /** Tells of a candidate unless all of it is known. */
    void tellIfNew(MicroCluster cluster, Naming naming) {
        if (fingerprint(cluster) != cluster.published) {
            tell(cluster, naming, null);
        }
    }

    private static int fingerprint(MicroCluster cluster) {
        return Objects.hash(
                cluster.status.name(), cluster.theme, cluster.sentences, cluster.customers, cluster.lastSeen, 1);
    }

    /**
     * Tells of a candidate.
     *
     * @param mergedInto the candidate that it is a part of now, or null
     */
    void tell(MicroCluster cluster, Naming naming, @Nullable String mergedInto) {
        cluster.revision++;
        cluster.published = fingerprint(cluster);
        clusters.touch(cluster);
        Candidate candidate = describe(cluster, naming, mergedInto);
        news.remove(candidate.id());
        news.put(candidate.id(), candidate);
        store.put(SHOWN + candidate.id(), DiscoveryCodec.write(out -> {
            out.writeInt(candidate.quotes().size());
            for (CandidateQuote quote : candidate.quotes()) {
                out.writeUTF(quote.feedbackId());
            }
        }));
    }

    private Candidate describe(MicroCluster cluster, Naming naming, @Nullable String mergedInto) {
        List<String> phrases = naming.of(cluster.phrases, MOST_PHRASES);
        String name = phrases.isEmpty()
                ? cluster.quotes.isEmpty() ? cluster.id : cluster.quotes.get(0).text()
                : String.join(", ", phrases.subList(0, Math.min(PHRASES_IN_NAME, phrases.size())));
        int last = cluster.weeks.isEmpty() ? Weeks.of(cluster.lastSeen) : cluster.weeks.lastKey();
        int first = cluster.weeks.isEmpty() ? last : cluster.weeks.firstKey();
        List<Long> weeks = new ArrayList<>();
        for (int week = first; week <= last; week++) {
            weeks.add(cluster.weeks.getOrDefault(week, 0L));
        }
        return new Candidate(
                cluster.id,
                cluster.revision,
                cluster.status,
                cluster.theme,
                mergedInto,
                name,
                phrases,
                cluster.sentences,
                cluster.customers,
                cluster.firstSeen,
                cluster.lastSeen,
                clusters.view(cluster).likeness(),
                weeks,
                Weeks.monday(last),
                cluster.topProducts(MOST_PRODUCTS),
                cluster.quotes);
    }

    /** Tells anew of every candidate that showed words of a feedback; one that is forgotten is taken off. */
    void tellWithout(String feedbackId) {
        List<String> told = new ArrayList<>();
        store.scan(SHOWN, Keys.after(SHOWN), (key, value) -> {
            if (shown(value).contains(feedbackId)) {
                told.add(key.substring(SHOWN.length()));
            }
            return true;
        });
        Naming naming = naming();
        for (String id : told) {
            @Nullable MicroCluster cluster = clusters.get(id);
            if (cluster == null) {
                news.remove(id);
                gone.add(id);
                store.put(SHOWN + id, null);
            } else {
                tell(cluster, naming, null);
            }
        }
    }

    private static Set<String> shown(byte[] stored) {
        return DiscoveryCodec.read(stored, in -> {
            Set<String> ids = new HashSet<>();
            for (int left = in.readInt(); left > 0; left--) {
                ids.add(in.readUTF());
            }
            return ids;
        });
    }

    /** What has changed since the last call, in the order in which it did. */
    List<Candidate> drain() {
        List<Candidate> changed = List.copyOf(news.values());
        news.clear();
        return changed;
    }

    /** What must be taken off since the last call. */
    List<String> drainGone() {
        List<String> ids = List.copyOf(gone);
        gone.clear();
        return ids;
    }
}
