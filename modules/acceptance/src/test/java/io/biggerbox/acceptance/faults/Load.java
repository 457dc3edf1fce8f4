package io.biggerbox.acceptance.faults;

import io.biggerbox.acceptance.support.Rows;
import io.biggerbox.acceptance.support.Themes;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.SurveyKind;
import io.biggerbox.events.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A seeded load of reviews, tickets and surveys: twelve weeks of many products, with edits, repeated deliveries and events
 * that come late. Every event is a function of the seed and its number, so that nothing has to be remembered of millions.
 *
 * <p>Half of the products are <em>steady</em>: their events come at most 50 minutes late and are edited within the hour, never
 * to take a complaint back. What is decided about those depends on no race, so their alerts can be foretold to the last
 * number. The others are edited days later and get events that come weeks late: their counts can be foretold, but at which
 * tick a late correction joins is up to the order in which partitions are read (docs/architecture.md).
 */
final class Load {

    /** Days of event time. */
    static final int DAYS = 84;

    /** Product of the {@link #tail}. */
    static final String TAIL_PRODUCT = "Tail";

    private static final int EVENTS_A_PRODUCT = 4_000;
    private static final int MOST_PRODUCTS = 200;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long MOST_LATENESS = Duration.ofMinutes(50).toMillis();
    private static final int TAIL = 64;

    private static final List<String> PRAISE = List.of(
            Themes.PRAISE_TEXT,
            Themes.LOGIN_PRAISE,
            "Nothing to say about that.",
            "I am very happy with it.",
            "Works as it should.");
    private static final List<String> COMPLAINTS =
            List.of(Themes.BOX_TEXT, Themes.LOGIN_TEXT, Themes.DELIVERY_TEXT, Themes.LEAVING_TEXT);

    private final int events;
    private final long seed;
    private final long start;
    private final int products;
    private final double step;

    /** What the event with a number is: something new, a later revision of an earlier one, or an earlier one again. */
    private enum Kind {
        NEW,
        EDIT,
        AGAIN
    }

    private record Role(Kind kind, int of) {}

    /** What is drawn for a new event and stays the same in all of its revisions. */
    private record Origin(int product, boolean steady, int customer, Source type, long writtenAt) {}

    private enum Source {
        REVIEW,
        TICKET,
        NPS,
        CSAT
    }

    /**
     * A load.
     *
     * @param events how many records are sent, from 1
     * @param seed decides everything
     * @param until midnight after the last day of the load, long enough ago that everything counts as history
     */
    Load(int events, long seed, Instant until) {
        this.events = events;
        this.seed = seed;
        start = until.truncatedTo(ChronoUnit.DAYS).toEpochMilli() - DAYS * DAY;
        products = Math.max(4, Math.min(MOST_PRODUCTS, events / EVENTS_A_PRODUCT / 2 * 2));
        step = (double) (DAYS * DAY) / events;
    }

    /** How many records are sent, without the {@link #tail}. */
    int size() {
        return events;
    }

    /** The record with this number, from 0; with repeated deliveries the same record has several numbers. */
    SpecificRecord event(int number) {
        Role role = role(number);
        return switch (role.kind()) {
            case NEW -> record(number, number);
            case EDIT -> record(role.of(), number);
            case AGAIN -> event(role.of());
        };
    }

    /** For each number of a new event that of its last revision; −1 for other numbers. */
    int[] lastRevisions() {
        int[] last = new int[events];
        Arrays.fill(last, -1);
        for (int i = 0; i < events; i++) {
            Role role = role(i);
            if (role.kind() == Kind.NEW) {
                last[i] = i;
            } else if (role.kind() == Kind.EDIT) {
                last[role.of()] = i;
            }
        }
        return last;
    }

    /** Whether this number sends a revision for the first time: each of those is one feedback. */
    boolean isFirstDelivery(int number) {
        return role(number).kind() != Kind.AGAIN;
    }

    /** The record of a new event in one of its revisions, both by number. */
    SpecificRecord revision(int origin, int number) {
        return record(origin, number);
    }

    /** Number of the revision that a feedback was made of. */
    static int numberOf(String sourceId, long revision) {
        return revision == 0 ? Integer.parseInt(sourceId.substring(1)) : Math.toIntExact(revision);
    }

    /** Whether what is decided about a product can be foretold. */
    static boolean isSteady(String product) {
        return product.startsWith("Steady");
    }

    /** A day after the last event. */
    Instant tailAt() {
        return Instant.ofEpochMilli(start + (DAYS + 1) * DAY);
    }

    /** Records that come after everything else, from enough customers to reach every partition of every topic. */
    List<SpecificRecord> tail() {
        return IntStream.range(0, TAIL)
                .boxed()
                .flatMap(i -> Stream.<SpecificRecord>of(
                        review("t" + i, 0, "tail" + i, TAIL_PRODUCT, tailAt(), null, Themes.PRAISE_TEXT, 5),
                        ticket("u" + i, 0, "tail" + i, TAIL_PRODUCT, tailAt(), Themes.PRAISE_TEXT, 1),
                        survey("v" + i, 0, "tail" + i, TAIL_PRODUCT, tailAt(), SurveyKind.NPS, 9, 0, 10, null)))
                .toList();
    }

    private SplittableRandom random(int number, int purpose) {
        return new SplittableRandom(seed * 1_000_003 + purpose * 0x9E3779B97F4A7C15L + number * 0xD1342543DE82EF95L);
    }

    private Role role(int number) {
        SplittableRandom random = random(number, 1);
        int dice = random.nextInt(1000);
        if (number == 0 || dice >= 100) {
            return new Role(Kind.NEW, number);
        }
        if (dice < 40) {
            return new Role(Kind.AGAIN, number - 1 - random.nextInt(Math.min(number, 300)));
        }
        boolean late = dice < 70;
        int window = late ? events / 8 : (int) (HOUR / step);
        int earlier = number - 1 - random.nextInt(Math.max(1, Math.min(number, window)));
        if (role(earlier).kind() != Kind.NEW) {
            return new Role(Kind.NEW, number);
        }
        boolean steady = origin(earlier).steady();
        boolean mayBeEdited = late ? !steady : !steady || praises(earlier, earlier);
        return mayBeEdited ? new Role(Kind.EDIT, earlier) : new Role(Kind.NEW, number);
    }

    private long sentAt(int number) {
        return start + (long) (number * step);
    }

    private Origin origin(int number) {
        SplittableRandom random = random(number, 2);
        int product = random.nextInt(products);
        boolean steady = product % 2 == 0;
        long lateness = random.nextInt(10) == 0 ? random.nextLong(MOST_LATENESS) : 0;
        if (!steady && random.nextInt(30) == 0) {
            lateness = random.nextLong(20 * DAY);
        }
        int type = random.nextInt(20);
        return new Origin(
                product,
                steady,
                random.nextInt(Math.max(500, events / 5)),
                type < 12 ? Source.REVIEW : type < 15 ? Source.TICKET : type < 18 ? Source.NPS : Source.CSAT,
                Math.max(start, sentAt(number) - lateness));
    }

    private boolean praises(int origin, int number) {
        return PRAISE.contains(text(origin, number));
    }

    private String text(int origin, int number) {
        Origin said = origin(origin);
        SplittableRandom random = random(number, 3);
        double dice = random.nextDouble();
        if (said.steady()) {
            int day = (int) ((said.writtenAt() - start) / DAY);
            double aDay = (double) events / products / DAYS;
            int theme = (said.product() / 2) % 4;
            double rate = rate(said.product(), theme, day);
            if (dice < Math.min(0.8, rate / aDay)) {
                return COMPLAINTS.get(Math.min(theme, 2));
            }
        } else if (dice < 0.3) {
            return COMPLAINTS.get(random.nextInt(COMPLAINTS.size()));
        }
        return PRAISE.get(random.nextInt(PRAISE.size()));
    }

    /** Complaints a day about a steady product: always, suddenly, more and more, hardly ever. */
    private static double rate(int product, int profile, int day) {
        int loud = 42 + product % 20;
        return switch (profile) {
            case 0 -> 1.3;
            case 1 -> day >= loud && day < loud + 8 ? 5 : 0.25;
            case 2 -> 0.2 + day * 0.02;
            default -> 0.1;
        };
    }

    private SpecificRecord record(int origin, int number) {
        Origin said = origin(origin);
        SplittableRandom random = random(number, 4);
        String id = "e" + origin;
        long revision = number == origin ? 0 : number;
        String customer = "c" + said.customer();
        String product = (said.steady() ? "Steady " : "Lively ") + said.product();
        Instant at = Instant.ofEpochMilli(said.writtenAt());
        String text = text(origin, number);
        int score = random.nextInt(11);
        return switch (said.type()) {
            case REVIEW -> {
                boolean dated = number != origin && random.nextInt(2) == 0;
                Instant edited = dated ? Instant.ofEpochMilli(sentAt(number)) : null;
                yield review(id, revision, customer, product, at, edited, text, 1 + score % 5);
            }
            case TICKET -> ticket(id, revision, customer, product, at, text, score % 2);
            case NPS -> survey(id, revision, customer, product, at, SurveyKind.NPS, score, 0, 10, text);
            case CSAT -> survey(id, revision, customer, product, at, SurveyKind.CSAT, 1 + score % 5, 1, 5, null);
        };
    }

    private static Review review(
            String id,
            long revision,
            String customer,
            String product,
            Instant at,
            @Nullable Instant edited,
            String text,
            double rating) {
        return Review.newBuilder(Rows.review(id, revision, customer, at, product, text, rating))
                .setEditedAt(edited)
                .build();
    }

    private static Ticket ticket(
            String id, long revision, String customer, String product, Instant at, String text, double satisfaction) {
        return Ticket.newBuilder()
                .setSource("desk")
                .setSourceId(id)
                .setRevision(revision)
                .setCustomerId(customer)
                .setProduct(product)
                .setWrittenAt(at)
                .setDescription(text)
                .setSatisfaction(satisfaction)
                .setChannel("chat")
                .setAttributes(Map.of())
                .build();
    }

    private static Survey survey(
            String id,
            long revision,
            String customer,
            String product,
            Instant at,
            SurveyKind kind,
            double score,
            double worst,
            double best,
            @Nullable String comment) {
        return Survey.newBuilder()
                .setSource("poll")
                .setSourceId(id)
                .setRevision(revision)
                .setCustomerId(customer)
                .setProduct(product)
                .setWrittenAt(at)
                .setKind(kind)
                .setScore(score)
                .setScoreMin(worst)
                .setScoreMax(best)
                .setComment(comment)
                .setAttributes(Map.of())
                .build();
    }
}
