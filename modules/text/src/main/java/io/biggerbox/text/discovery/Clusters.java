package io.biggerbox.text.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The micro-clusters: a bounded number of them in memory, each written down under its own key when it has changed.
 */
final class Clusters {

    static final String PREFIX = "c|";
    private static final String WHO = "w|";
    private static final String ALIAS = "a|";
    private static final String CENTRE = "m";

    /** Ids that merged away one after the other, at most; more would be a circle. */
    private static final int LONGEST_CHAIN = 1_000;

    private final DiscoverySettings settings;
    private final SentenceVectors vectors;
    private final DiscoveryStore store;
    private final Fading fading;
    private final Phrases phrases = Phrases.shipped();
    private final TreeMap<String, MicroCluster> all = new TreeMap<>();
    private final Map<String, View> views = new HashMap<>();
    private final Centre centre;
    private final Set<String> changed = new TreeSet<>();

    Clusters(DiscoverySettings settings, SentenceVectors vectors, DiscoveryStore store) {
        this.settings = settings;
        this.vectors = vectors;
        this.store = store;
        fading = new Fading(settings.halfLifeDays());
        byte @Nullable [] middle = store.get(CENTRE);
        centre = middle == null ? new Centre(vectors.dimensions()) : Centre.read(middle, vectors.dimensions());
        store.scan(PREFIX, Keys.after(PREFIX), (key, value) -> {
            MicroCluster cluster = DiscoveryCodec.cluster(value);
            all.put(cluster.id, cluster);
            return true;
        });
    }

    View view(MicroCluster cluster) {
        return views.computeIfAbsent(cluster.id, id -> new View(cluster, centre, vectors.likeness()));
    }

    /** The sentence as clusters are compared with it: a unit vector seen from the middle, zeros when it says nothing. */
    private float[] seen(float[] vector) {
        return Vectors.unit(centre.seen(vector, 1));
    }

    private void settleCentre() {
        centre.settle();
        views.clear();
    }

    Collection<MicroCluster> all() {
        return all.values();
    }

    @Nullable
    MicroCluster get(String id) {
        return all.get(id);
    }

    /** The cluster that a sentence once joined, whatever that has become part of since. */
    @Nullable
    MicroCluster find(String id) {
        String name = id;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            byte @Nullable [] alias = all.containsKey(name) ? null : store.get(ALIAS + name);
            if (alias == null) {
                return all.get(name);
            }
            name = DiscoveryCodec.read(alias, in -> in.readUTF());
        }
        return null;
    }

    void touch(MicroCluster cluster) {
        views.remove(cluster.id);
        changed.add(cluster.id);
    }

    /** Writes down what has changed. */
    void save() {
        for (String id : changed) {
            @Nullable MicroCluster cluster = all.get(id);
            store.put(PREFIX + id, cluster == null ? null : DiscoveryCodec.cluster(cluster));
        }
        changed.clear();
        store.put(CENTRE, centre.write());
    }

    /**
     * Puts a sentence into the cluster that it is most like, or into one of its own.
     *
     * @return the cluster; null when the sentence says nothing that could be compared
     */
    @Nullable
    MicroCluster place(Member member) {
        float[] vector = vectors.of(member.text());
        if (Vectors.dot(vector, vector) == 0) {
            return null;
        }
        centre.add(vector, member.at(), fading);
        if (centre.isDue()) {
            settleCentre();
        }
        @Nullable MicroCluster nearest = nearest(seen(vector));
        MicroCluster cluster = nearest == null ? open(member) : nearest;
        cluster.fade(member.at(), fading);
        cluster.add(member, vector, phrases.of(member.text()), fading.between(member.at(), cluster.at));
        count(cluster, member.customer(), 1);
        touch(cluster);
        Quotes.offer(cluster, member, this::nearness);
        return cluster;
    }

    private @Nullable MicroCluster nearest(float[] vector) {
        @Nullable MicroCluster best = null;
        double closest = 0;
        for (MicroCluster cluster : all.values()) {
            View view = view(cluster);
            double cosine = view.cosine(vector);
            if (cosine > closest && cosine >= settings.join() * view.expected()) {
                closest = cosine;
                best = cluster;
            }
        }
        return best;
    }

    private MicroCluster open(Member member) {
        if (all.size() >= settings.mostClusters()) {
            all.values().stream()
                    .min(Comparator.comparing((MicroCluster each) -> each.status != CandidateStatus.NOISE)
                            .thenComparingDouble(each -> each.weight * fading.between(each.at, member.at()))
                            .thenComparing(each -> each.id))
                    .ifPresent(this::remove);
        }
        MicroCluster cluster = new MicroCluster(Keys.candidateId(member), vectors.dimensions(), member.at());
        all.put(cluster.id, cluster);
        return cluster;
    }

    /** Takes a sentence out again. */
    void takeBack(String id, Member member) {
        @Nullable MicroCluster cluster = find(id);
        if (cluster == null) {
            return;
        }
        cluster.remove(member, fading.between(member.at(), cluster.at));
        count(cluster, member.customer(), -1);
        touch(cluster);
    }

    private void count(MicroCluster cluster, long customer, int change) {
        String key = WHO + cluster.id + '|' + Long.toHexString(customer);
        byte @Nullable [] known = store.get(key);
        int before = known == null ? 0 : DiscoveryCodec.read(known, in -> in.readInt());
        int after = Math.max(0, before + change);
        store.put(key, after == 0 ? null : DiscoveryCodec.write(out -> out.writeInt(after)));
        cluster.customers += Integer.signum(after) - Integer.signum(before);
    }

    private double nearness(MicroCluster cluster, String text) {
        return view(cluster).cosine(seen(vectors.of(text)));
    }

    void fadeAll(long now) {
        settleCentre();
        all.values().forEach(cluster -> {
            cluster.fade(now, fading);
            touch(cluster);
        });
    }

    /** Forgets a cluster and who spoke of it. */
    void remove(MicroCluster cluster) {
        all.remove(cluster.id);
        touch(cluster);
        whoOf(cluster.id).forEach((customer, count) -> store.put(WHO + cluster.id + '|' + customer, null));
    }

    private Map<String, Integer> whoOf(String id) {
        String prefix = WHO + id + '|';
        Map<String, Integer> who = new TreeMap<>();
        store.scan(prefix, Keys.after(prefix), (key, value) -> {
            who.put(key.substring(prefix.length()), DiscoveryCodec.read(value, in -> in.readInt()));
            return true;
        });
        return who;
    }

    /** {@code gone} becomes part of {@code stays}. Both are faded to the same time. */
    private void merge(MicroCluster stays, MicroCluster gone) {
        whoOf(gone.id).forEach((customer, sentences) -> count(stays, Long.parseUnsignedLong(customer, 16), sentences));
        stays.absorb(gone);
        touch(stays);
        Quotes.merge(stays, gone, this::nearness);
        remove(gone);
        store.put(ALIAS + gone.id, DiscoveryCodec.write(out -> out.writeUTF(stays.id)));
    }

    /** Two clusters of which the first has taken in the second. */
    record Merged(MicroCluster stays, MicroCluster gone) {}

    /**
     * Merges what says the same, the most alike first, until nothing is alike enough. Likeness is the mean inner product
     * across two clusters by that within them, which is free of how many members each has (average linkage).
     */
    List<Merged> mergeAlike() {
        List<MicroCluster> live = new ArrayList<>(all.values());
        int n = live.size();
        double[][] alike = new double[n][n];
        boolean[] gone = new boolean[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                alike[i][j] = alike(live.get(i), live.get(j));
            }
        }
        List<Merged> merged = new ArrayList<>();
        while (true) {
            int bestA = -1;
            int bestB = -1;
            double best = settings.merge();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i && !gone[i]; j++) {
                    if (!gone[j] && alike[i][j] > best) {
                        best = alike[i][j];
                        bestA = i;
                        bestB = j;
                    }
                }
            }
            if (bestA < 0) {
                return merged;
            }
            boolean firstStays = PRECEDENCE.compare(live.get(bestA), live.get(bestB)) <= 0;
            int stays = firstStays ? bestA : bestB;
            int goes = firstStays ? bestB : bestA;
            merge(live.get(stays), live.get(goes));
            merged.add(new Merged(live.get(stays), live.get(goes)));
            gone[goes] = true;
            for (int k = 0; k < n; k++) {
                if (!gone[k] && k != stays) {
                    alike[Math.max(k, stays)][Math.min(k, stays)] = alike(live.get(k), live.get(stays));
                }
            }
        }
    }

    /** What somebody has decided about stays, then what is offered, then what is older. */
    private static final Comparator<MicroCluster> PRECEDENCE = Comparator.comparing(
                    (MicroCluster each) -> !isDecided(each))
            .thenComparing(each -> each.status != CandidateStatus.OPEN)
            .thenComparing(each -> each.status == CandidateStatus.NOISE)
            .thenComparingLong(each -> each.firstSeen)
            .thenComparing(each -> each.id);

    static boolean isDecided(MicroCluster cluster) {
        return cluster.status == CandidateStatus.PROMOTED || cluster.status == CandidateStatus.DISMISSED;
    }

    private double alike(MicroCluster a, MicroCluster b) {
        if (isDecided(a) && isDecided(b)) {
            return 0;
        }
        return view(a).alike(view(b));
    }
}
