package io.biggerbox.text.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Clusters painful sentences that no theme claims and offers what many customers say as a theme.
 *
 * <p>Sentences wait until event time is some hours past them and are then placed in its order, so that neither the order
 * of arrival within these hours nor its cut into batches changes anything; what comes later than that is placed at once.
 * Each joins the micro-cluster that it is most like or opens one (DenStream, Cao et al. 2006; CluStream, Aggarwal et al.
 * 2003). At the end of every day of event time weights have faded, what nobody repeats is forgotten, clusters that say
 * the same are merged, and what stands above the noise is offered.
 *
 * <p>Confined to one thread. State is in the store after {@link #save}.
 */
public final class Discovery {

    /** Version of all that is kept: state of another format cannot be read. */
    public static final String STATE_FORMAT = String.valueOf(DiscoveryCodec.VERSION);

    private static final String FEEDBACK = "f|";
    private static final String CLOCK = "t";

    private static final long HOUR_MILLIS = 3_600_000L;

    /** Weight below which a cluster is forgotten: one sentence fades that far in about two half-lives. */
    private static final double FORGOTTEN = 0.25;

    /** Sentences that are placed in one go; more wait for the next call. */
    private static final int MOST_AT_ONCE = 2_000;

    /** Feedback that is looked at in one day to see whether it is old enough to forget. */
    private static final int SWEPT_A_DAY = 20_000;

    private static final int RETENTION_DAYS = 400;

    private final DiscoverySettings settings;
    private final SentenceVectors vectors;
    private final DiscoveryStore store;
    private final Clusters clusters;
    private final Announcements announcements;
    private long clock = Long.MIN_VALUE;
    private int day = Integer.MIN_VALUE;
    private String swept = FEEDBACK;

    /**
     * Goes on where the store ends. What was learned with other vectors is forgotten.
     *
     * @param settings when sentences make a candidate
     * @param vectors what sentences mean
     * @param store where state is kept
     */
    public Discovery(DiscoverySettings settings, SentenceVectors vectors, DiscoveryStore store) {
        this.settings = settings;
        this.vectors = vectors;
        this.store = store;
        byte @Nullable [] state = store.get(CLOCK);
        if (state != null && !readClock(state)) {
            forgetAll();
        }
        clusters = new Clusters(settings, vectors, store);
        announcements = new Announcements(clusters, store);
    }

    /** False when it was written with other vectors. */
    private boolean readClock(byte[] state) {
        return DiscoveryCodec.read(state, in -> {
            clock = in.readLong();
            day = in.readInt();
            swept = in.readUTF();
            return in.readUTF().equals(vectors.version());
        });
    }

    private void forgetAll() {
        List<String> keys = new ArrayList<>();
        store.scan("a", "z", (key, value) -> {
            if (!key.startsWith("h|") && !key.startsWith(Announcements.SHOWN) && !key.equals(CLOCK)) {
                keys.add(key);
            }
            return true;
        });
        keys.forEach(key -> store.put(key, null));
    }

    /** Takes what one revision of a feedback has, in place of what an earlier one had. */
    public void report(PainReport report) {
        String key = FEEDBACK + report.feedbackId();
        byte @Nullable [] known = store.get(key);
        @Nullable Memberships before = known == null ? null : Memberships.read(known);
        if (before != null && before.revision() >= report.revision()) {
            return;
        }
        Memberships now = new Memberships(report.revision(), report.at(), new TreeMap<>());
        List<Member> members = new ArrayList<>();
        for (PainSentence sentence : report.sentences()) {
            members.add(new Member(
                    report.feedbackId(),
                    sentence.start(),
                    sentence.text(),
                    report.customer(),
                    report.product(),
                    report.at(),
                    report.source()));
        }
        if (before != null) {
            members.removeIf(member -> before.passOn(member, now));
            before.places().forEach((start, place) -> takeBack(report.feedbackId(), start, place));
        }
        members.forEach(member -> hold(member, now));
        boolean empty = now.places().isEmpty();
        store.put(key, empty ? null : now.write());
        advance(report.at());
    }

    /**
     * Forgets a feedback, because its customer was erased: what it counts for, its words in quotes, and every phrase that
     * may be its alone. Candidates that showed its words are told anew, or {@link #drainGone taken off} where nothing
     * is left that could be told.
     */
    public void forget(String feedbackId) {
        byte @Nullable [] known = store.get(FEEDBACK + feedbackId);
        if (known != null) {
            Map<String, Integer> sentences = new TreeMap<>();
            Memberships.read(known).places().forEach((start, place) -> {
                @Nullable MicroCluster cluster = clusters.find(place.cluster());
                if (cluster != null) {
                    sentences.merge(cluster.id, 1, Integer::sum);
                }
                takeBack(feedbackId, start, place);
            });
            sentences.forEach((id, count) -> {
                @Nullable MicroCluster cluster = clusters.get(id);
                if (cluster != null) {
                    cluster.phrases.forgetUpTo(count);
                }
            });
            store.put(FEEDBACK + feedbackId, null);
        }
        for (MicroCluster cluster : clusters.all()) {
            if (cluster.unquote(feedbackId)) {
                clusters.touch(cluster);
            }
        }
        announcements.tellWithout(feedbackId);
    }

    private void takeBack(String feedbackId, int start, Memberships.Place place) {
        store.put(Keys.held(place.at(), feedbackId, start), null);
        if (!place.cluster().isEmpty()) {
            clusters.takeBack(
                    place.cluster(),
                    new Member(
                            feedbackId,
                            start,
                            "",
                            place.customer(),
                            place.product(),
                            place.at(),
                            new PainReport.SourcePlace("", 0, 0)));
        }
    }

    private void hold(Member member, Memberships memberships) {
        memberships.put(member, "");
        store.put(Keys.held(member.at(), member.feedbackId(), member.start()), DiscoveryCodec.member(member));
    }

    /** Event time has come this far: places what has waited long enough. */
    public void advance(long eventTime) {
        clock = Math.max(clock, eventTime);
        var unused = place(settled());
    }

    /** Nothing more is expected for now: places all that waits, and offers what has come of it. */
    public void settle() {
        if (clock == Long.MIN_VALUE) {
            return;
        }
        while (place(clock + 1)) {
            // as many at once as there are
        }
        offer();
    }

    /** Start of the hour that is still waited for. */
    private long settled() {
        return Math.floorDiv(clock - settings.latenessHours() * HOUR_MILLIS, HOUR_MILLIS) * HOUR_MILLIS;
    }

    /** True when more is due than was placed. */
    private boolean place(long before) {
        List<Member> due = new ArrayList<>();
        store.scan(Keys.heldFirst(), Keys.heldFrom(before), (key, value) -> {
            due.add(DiscoveryCodec.member(value));
            return due.size() < MOST_AT_ONCE;
        });
        for (Member member : due) {
            closeUpTo(Weeks.dayOf(member.at()));
            store.put(Keys.held(member.at(), member.feedbackId(), member.start()), null);
            @Nullable MicroCluster cluster = clusters.place(member);
            remember(member, cluster);
        }
        if (due.size() == MOST_AT_ONCE) {
            return true;
        }
        closeUpTo(Weeks.dayOf(before));
        return false;
    }

    private void remember(Member member, @Nullable MicroCluster cluster) {
        String key = FEEDBACK + member.feedbackId();
        byte @Nullable [] known = store.get(key);
        if (known != null) {
            Memberships memberships = Memberships.read(known);
            if (cluster == null) {
                memberships.places().remove(member.start());
            } else {
                memberships.put(member, cluster.id);
            }
            store.put(key, memberships.places().isEmpty() ? null : memberships.write());
        }
    }

    /** Ends the days before {@code next}, all at once: a silent week changes nothing but the weights. */
    private void closeUpTo(int next) {
        if (next <= day) {
            return;
        }
        boolean first = day == Integer.MIN_VALUE;
        day = next;
        if (!first) {
            closeDay(next * Weeks.DAY_MILLIS);
        }
    }

    private void closeDay(long now) {
        clusters.fadeAll(now);
        for (Clusters.Merged merged : clusters.mergeAlike()) {
            farewell(merged.gone(), merged.stays().id);
        }
        offer();
        for (MicroCluster cluster : List.copyOf(clusters.all())) {
            if (cluster.weight < FORGOTTEN) {
                farewell(cluster, null);
                clusters.remove(cluster);
            }
        }
        sweep(now);
    }

    /** Says of what was offered that it is gone. What somebody has decided stands. */
    private void farewell(MicroCluster cluster, @Nullable String mergedInto) {
        if (cluster.status == CandidateStatus.OPEN || (cluster.status == CandidateStatus.FADED && mergedInto != null)) {
            cluster.status = CandidateStatus.FADED;
            announcements.tell(cluster, announcements.naming(), mergedInto);
        }
    }

    /** Tells what stands above the noise, and what no longer does. */
    private void offer() {
        Set<String> shown = new HashSet<>();
        clusters.all().stream()
                .filter(cluster -> !Clusters.isDecided(cluster) && standsOut(cluster))
                .sorted(Comparator.comparingLong((MicroCluster each) -> -each.customers)
                        .thenComparing(each -> each.id))
                .limit(settings.mostCandidates())
                .forEach(cluster -> shown.add(cluster.id));
        Naming naming = announcements.naming();
        for (MicroCluster cluster : clusters.all()) {
            CandidateStatus next = statusOf(cluster, shown.contains(cluster.id));
            if (next != cluster.status) {
                cluster.status = next;
                clusters.touch(cluster);
            }
            if (next != CandidateStatus.NOISE) {
                announcements.tellIfNew(cluster, naming);
            }
        }
    }

    private CandidateStatus statusOf(MicroCluster cluster, boolean shown) {
        if (Clusters.isDecided(cluster)) {
            return cluster.status;
        }
        if (shown) {
            return CandidateStatus.OPEN;
        }
        boolean lingers = cluster.status == CandidateStatus.OPEN && cluster.weight >= settings.floor() / 2;
        if (lingers) {
            return CandidateStatus.OPEN;
        }
        return cluster.status == CandidateStatus.NOISE ? CandidateStatus.NOISE : CandidateStatus.FADED;
    }

    private boolean standsOut(MicroCluster cluster) {
        return cluster.weight >= settings.floor()
                && cluster.customers >= settings.customers()
                && clusters.view(cluster).likeness() >= settings.cohesion() * vectors.likeness();
    }

    /**
     * Somebody has made a candidate a theme, or said that it is none. It goes on taking in what is like it, so that nothing
     * of it is offered again.
     *
     * @param id the candidate
     * @param status PROMOTED, DISMISSED, or OPEN to take either back
     * @param theme id of the theme that it was promoted to, or null
     * @return false when there is no such candidate (any more)
     */
    public boolean decide(String id, CandidateStatus status, @Nullable String theme) {
        @Nullable MicroCluster cluster = clusters.find(id);
        if (cluster == null) {
            return false;
        }
        cluster.status = status;
        cluster.theme = theme;
        announcements.tell(cluster, announcements.naming(), null);
        return true;
    }

    /** What has changed since the last call, in the order in which it did. */
    public List<Candidate> drain() {
        return announcements.drain();
    }

    /** Candidates that must be taken off since the last call: they are forgotten, and showed words that had to go. */
    public List<String> drainGone() {
        return announcements.drainGone();
    }

    /** Writes everything down. */
    public void save() {
        clusters.save();
        store.put(CLOCK, DiscoveryCodec.write(out -> {
            out.writeLong(clock);
            out.writeInt(day);
            out.writeUTF(swept);
            out.writeUTF(vectors.version());
        }));
    }

    /** Forgets feedback so old that nobody edits it, some every day. */
    private void sweep(long now) {
        long oldest = now - RETENTION_DAYS * Weeks.DAY_MILLIS;
        List<String> old = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        store.scan(swept, Keys.after(FEEDBACK), (key, value) -> {
            seen.add(key);
            if (Memberships.read(value).at() < oldest) {
                old.add(key);
            }
            return seen.size() < SWEPT_A_DAY;
        });
        old.forEach(key -> store.put(key, null));
        swept = seen.size() < SWEPT_A_DAY ? FEEDBACK : seen.get(seen.size() - 1);
    }

    /** Ids of the clusters that count sentences of a feedback, by where these begin; for looking into. */
    public List<String> clustersOf(String feedbackId) {
        byte @Nullable [] known = store.get(FEEDBACK + feedbackId);
        if (known == null) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        for (Memberships.Place place : Memberships.read(known).places().values()) {
            @Nullable MicroCluster cluster = clusters.find(place.cluster());
            if (cluster != null) {
                ids.add(cluster.id);
            }
        }
        return ids;
    }

    /** Micro-clusters that are kept at present, noise included. */
    public int size() {
        return clusters.all().size();
    }
}
