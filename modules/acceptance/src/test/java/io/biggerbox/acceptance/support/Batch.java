package io.biggerbox.acceptance.support;

import io.biggerbox.events.ExperienceStats;
import io.biggerbox.events.Review;
import io.biggerbox.events.ThemeStats;
import io.biggerbox.text.IntentKind;
import io.biggerbox.text.Reading;
import io.biggerbox.text.SentimentLabel;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.ThemeMention;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the aggregate topics must hold in the end, computed in one go from the source records: nothing of
 * the topologies is used but the reader of texts.
 */
public final class Batch {

    private final TextReader reader;
    private final Map<String, Reading> readings = new HashMap<>();

    public Batch(TextReader reader) {
        this.reader = reader;
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
    }

    /** The numbers of an experience row. */
    public record ExperienceNumbers(
            long feedback, long negative, long neutral, long positive, long leavers, long stars, double starsSum) {

        static ExperienceNumbers of(ExperienceStats row) {
            return new ExperienceNumbers(
                    row.getFeedback(),
                    row.getNegativeTexts(),
                    row.getNeutralTexts(),
                    row.getPositiveTexts(),
                    row.getLeavers(),
                    row.getStarsCount(),
                    row.getStarsSum());
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
        Map<String, List<Said>> byRow = current(reviews).stream()
                .flatMap(review -> read(review).mentions().stream().map(mention -> new Said(review, mention)))
                .flatMap(said -> windows(said.review())
                        .map(window -> Map.entry(
                                said.review().getProduct() + "|"
                                        + said.mention().theme() + "|" + window,
                                said)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return map(byRow, this::themeRow);
    }

    private record Said(Review review, ThemeMention mention) {}

    private ThemeNumbers themeRow(List<Said> all) {
        List<Said> complaints = all.stream()
                .filter(said -> said.mention().polarity() == SentimentLabel.NEGATIVE)
                .toList();
        return new ThemeNumbers(
                complaints.size(),
                count(all, SentimentLabel.NEUTRAL),
                count(all, SentimentLabel.POSITIVE),
                complaints.stream()
                        .map(said -> said.review().getCustomerId())
                        .distinct()
                        .count(),
                complaints.stream().filter(said -> leaves(said.review())).count(),
                all.stream()
                                .mapToLong(said -> Math.round(said.mention().score() * 10_000))
                                .sum()
                        / 10_000.0);
    }

    private static long count(List<Said> all, SentimentLabel polarity) {
        return all.stream()
                .filter(said -> said.mention().polarity() == polarity)
                .count();
    }

    /** Experience rows of these reviews; their channel is unknown. */
    public Map<String, ExperienceNumbers> experienceRows(Collection<Review> reviews) {
        Map<String, List<Review>> byRow = current(reviews).stream()
                .flatMap(review ->
                        windows(review).map(window -> Map.entry(review.getProduct() + "|unknown|" + window, review)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return map(
                byRow,
                rows -> new ExperienceNumbers(
                        rows.size(),
                        texts(rows, SentimentLabel.NEGATIVE),
                        texts(rows, SentimentLabel.NEUTRAL),
                        texts(rows, SentimentLabel.POSITIVE),
                        rows.stream().filter(this::leaves).count(),
                        rows.size(),
                        rows.stream().mapToDouble(Review::getRating).sum()));
    }

    private long texts(List<Review> rows, SentimentLabel label) {
        return rows.stream()
                .filter(row -> read(row).sentiment().label() == label)
                .count();
    }

    private boolean leaves(Review review) {
        return read(review).intents().stream().anyMatch(intent -> intent.kind() == IntentKind.LEAVING);
    }

    private Reading read(Review review) {
        return readings.computeIfAbsent(review.getText(), reader::read);
    }

    /** The highest revision of each. */
    private static Collection<Review> current(Collection<Review> reviews) {
        Map<String, Review> newest = new TreeMap<>();
        reviews.forEach(review ->
                newest.merge(review.getSourceId(), review, (a, b) -> b.getRevision() > a.getRevision() ? b : a));
        return newest.values();
    }

    private static java.util.stream.Stream<String> windows(Review review) {
        LocalDate day = review.getWrittenAt().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return java.util.stream.Stream.of("DAY|" + start(day), "WEEK|" + start(monday));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
