package io.biggerbox.acceptance.support;

import io.biggerbox.acceptance.support.Opinions.Answer;
import io.biggerbox.events.ExperienceStats;
import io.biggerbox.events.Review;
import io.biggerbox.events.ThemeStats;
import io.biggerbox.text.SentimentLabel;
import io.biggerbox.text.TextReader;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the aggregate topics must hold in the end, computed in one go from the source records: nothing of
 * the topologies is used but the reader of texts.
 */
public final class Batch {

    private final Opinions opinions;

    public Batch(TextReader reader) {
        this.opinions = new Opinions(reader);
    }

    /** The numbers of a theme row. */
    public record ThemeNumbers(
            long negative, long neutral, long positive, long customers, long leavers, double sentiment) {

        static ThemeNumbers of(ThemeStats row) {
            return new ThemeNumbers(
                    row.getNegativeMentions(),
                    row.getNeutralMentions(),
                    row.getPositiveMentions(),
                    row.getComplainingCustomers(),
                    row.getLeavers(),
                    row.getSentimentSum());
        }

        /** How much feedback the row is made of. */
        public long weight() {
            return negative + neutral + positive;
        }
    }

    /** The numbers of an experience row. */
    public record ExperienceNumbers(
            long feedback,
            long negative,
            long neutral,
            long positive,
            long unread,
            long leavers,
            long stars,
            double starsSum,
            long promoters,
            long passives,
            long detractors,
            long csat,
            double csatSum,
            long support,
            double supportSum) {

        static ExperienceNumbers of(ExperienceStats row) {
            return new ExperienceNumbers(
                    row.getFeedback(),
                    row.getNegativeTexts(),
                    row.getNeutralTexts(),
                    row.getPositiveTexts(),
                    row.getUnreadTexts(),
                    row.getLeavers(),
                    row.getStarsCount(),
                    row.getStarsSum(),
                    row.getNpsPromoters(),
                    row.getNpsPassives(),
                    row.getNpsDetractors(),
                    row.getCsatCount(),
                    row.getCsatSum(),
                    row.getSupportCount(),
                    row.getSupportSum());
        }

        /** How much feedback the row is made of. */
        public long weight() {
            return feedback;
        }
    }

    /** Rows of the topic in comparable form. */
    public static Map<String, ThemeNumbers> themes(Map<String, ThemeStats> rows) {
        return map(rows, ThemeNumbers::of);
    }

    /** Rows of the topic in comparable form. */
    public static Map<String, ExperienceNumbers> experiences(Map<String, ExperienceStats> rows) {
        return map(rows, ExperienceNumbers::of);
    }

    private static <A, B> Map<String, B> map(Map<String, A> rows, Function<A, B> numbers) {
        Map<String, B> result = new TreeMap<>();
        rows.forEach((key, row) -> result.put(key, numbers.apply(row)));
        return result;
    }

    /** Theme rows of these reviews. */
    public Map<String, ThemeNumbers> themeRows(Collection<Review> reviews) {
        return of(reviews).themeRows();
    }

    /** Experience rows of these reviews. */
    public Map<String, ExperienceNumbers> experienceRows(Collection<Review> reviews) {
        return of(reviews).experienceRows();
    }

    private Count of(Collection<Review> reviews) {
        Count count = new Count();
        current(reviews).forEach(review -> count.add(opinions.of(review)));
        return count;
    }

    /** A count that records are added to one by one, each in its last revision only. */
    public Count count() {
        return new Count();
    }

    /** What source records say, as they are counted. */
    public Opinions opinions() {
        return opinions;
    }

    /** The highest revision of each. */
    private static Collection<Review> current(Collection<Review> reviews) {
        Map<String, Review> newest = new TreeMap<>();
        reviews.forEach(review ->
                newest.merge(review.getSourceId(), review, (a, b) -> b.getRevision() > a.getRevision() ? b : a));
        return newest.values();
    }

    /** Rows as they grow. */
    public static final class Count {

        private final Map<String, ThemeTally> themes = new HashMap<>();
        private final Map<String, ExperienceTally> experiences = new HashMap<>();

        private Count() {}

        /** Adds what the last revision of a source record says. */
        public void add(Opinions.Opinion said) {
            windows(said.at()).forEach(window -> {
                experiences
                        .computeIfAbsent(
                                said.product() + "|" + said.channel() + "|" + window, key -> new ExperienceTally())
                        .add(said);
                said.mentions().forEach(mention -> themes.computeIfAbsent(
                                said.product() + "|" + mention.theme() + "|" + window, key -> new ThemeTally())
                        .add(said, mention));
            });
        }

        /** Theme rows by their keys. */
        public Map<String, ThemeNumbers> themeRows() {
            return map(themes, ThemeTally::numbers);
        }

        /** Experience rows by their keys. */
        public Map<String, ExperienceNumbers> experienceRows() {
            return map(experiences, ExperienceTally::numbers);
        }
    }

    private static final class ThemeTally {

        private final Map<SentimentLabel, Long> polarities = new EnumMap<>(SentimentLabel.class);
        private String[] complaining = new String[2];
        private int complaints;
        private long leavers;
        private long units;

        void add(Opinions.Opinion said, Opinions.Stance mention) {
            polarities.merge(mention.polarity(), 1L, Long::sum);
            units += mention.units();
            if (mention.polarity() == SentimentLabel.NEGATIVE) {
                leavers += said.leaving() ? 1 : 0;
                if (complaints == complaining.length) {
                    complaining = Arrays.copyOf(complaining, 2 * complaints);
                }
                complaining[complaints++] = said.customer();
            }
        }

        ThemeNumbers numbers() {
            return new ThemeNumbers(
                    polarities.getOrDefault(SentimentLabel.NEGATIVE, 0L),
                    polarities.getOrDefault(SentimentLabel.NEUTRAL, 0L),
                    polarities.getOrDefault(SentimentLabel.POSITIVE, 0L),
                    Arrays.stream(complaining, 0, complaints).distinct().count(),
                    leavers,
                    units / Opinions.UNIT);
        }
    }

    private static final class ExperienceTally {

        private final Map<SentimentLabel, Long> sentiments = new EnumMap<>(SentimentLabel.class);
        private final Map<Answer, Long> answers = new EnumMap<>(Answer.class);
        private final Map<Answer, Long> sums = new EnumMap<>(Answer.class);
        private long feedback;
        private long unread;
        private long leavers;

        void add(Opinions.Opinion said) {
            feedback++;
            leavers += said.leaving() ? 1 : 0;
            SentimentLabel sentiment = said.sentiment();
            if (sentiment == null) {
                unread++;
            } else {
                sentiments.merge(sentiment, 1L, Long::sum);
            }
            Answer answer = said.answer();
            if (answer != null) {
                answers.merge(answer, 1L, Long::sum);
                sums.merge(answer, said.answerUnits(), Long::sum);
            }
        }

        private double sum(Answer answer) {
            return sums.getOrDefault(answer, 0L) / Opinions.UNIT;
        }

        ExperienceNumbers numbers() {
            return new ExperienceNumbers(
                    feedback,
                    sentiments.getOrDefault(SentimentLabel.NEGATIVE, 0L),
                    sentiments.getOrDefault(SentimentLabel.NEUTRAL, 0L),
                    sentiments.getOrDefault(SentimentLabel.POSITIVE, 0L),
                    unread,
                    leavers,
                    answers.getOrDefault(Answer.STARS, 0L),
                    sum(Answer.STARS),
                    answers.getOrDefault(Answer.PROMOTER, 0L),
                    answers.getOrDefault(Answer.PASSIVE, 0L),
                    answers.getOrDefault(Answer.DETRACTOR, 0L),
                    answers.getOrDefault(Answer.CSAT, 0L),
                    sum(Answer.CSAT),
                    answers.getOrDefault(Answer.SUPPORT, 0L),
                    sum(Answer.SUPPORT));
        }
    }

    private static Stream<String> windows(Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.of("DAY|" + start(day), "WEEK|" + start(monday));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
