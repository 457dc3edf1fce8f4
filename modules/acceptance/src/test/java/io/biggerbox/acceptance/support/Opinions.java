package io.biggerbox.acceptance.support;

import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.SurveyKind;
import io.biggerbox.events.Ticket;
import io.biggerbox.text.IntentKind;
import io.biggerbox.text.Reading;
import io.biggerbox.text.ReadingStatus;
import io.biggerbox.text.SentimentLabel;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.ThemeMention;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What a source record says, as docs/contracts.md and docs/detection.md promise to count it. */
public final class Opinions {

    /** Scores are added up in ten-thousandths. */
    static final double UNIT = 10_000;

    private static final int BEST_DETRACTOR = 6;
    private static final int BEST_PASSIVE = 8;

    private final TextReader reader;
    private final Map<String, Read> read = new HashMap<>();

    /** Reads texts with {@code reader}, each text once. */
    public Opinions(TextReader reader) {
        this.reader = reader;
    }

    /** A score of some kind. */
    public enum Answer {
        STARS,
        PROMOTER,
        PASSIVE,
        DETRACTOR,
        CSAT,
        SUPPORT
    }

    /**
     * What one text says about one theme: once for each polarity, as strongly as it says it anywhere.
     *
     * @param units score in ten-thousandths
     */
    public record Stance(String theme, SentimentLabel polarity, long units) {}

    private record Read(@Nullable SentimentLabel sentiment, List<Stance> mentions, boolean leaving) {}

    /**
     * One record.
     *
     * @param at when it was said
     * @param sentiment of the text; null when there is none to read
     * @param answer kind of the score; null without one
     * @param answerUnits the score in ten-thousandths: stars from 1 to 5, others from 0 to 1
     */
    public record Opinion(
            String product,
            String customer,
            String channel,
            Instant at,
            @Nullable SentimentLabel sentiment,
            List<Stance> mentions,
            boolean leaving,
            @Nullable Answer answer,
            long answerUnits) {}

    /** What {@code record} says. */
    public Opinion of(SpecificRecord record) {
        if (record instanceof Review review) {
            return opinion(
                    review.getProduct(),
                    review.getCustomerId(),
                    review.getChannel(),
                    Objects.requireNonNullElse(review.getEditedAt(), review.getWrittenAt()),
                    review.getText(),
                    Answer.STARS,
                    review.getRating());
        }
        if (record instanceof Ticket ticket) {
            return opinion(
                    ticket.getProduct(),
                    ticket.getCustomerId(),
                    ticket.getChannel(),
                    ticket.getWrittenAt(),
                    ticket.getDescription(),
                    Answer.SUPPORT,
                    ticket.getSatisfaction());
        }
        Survey survey = (Survey) record;
        double share = (survey.getScore() - survey.getScoreMin()) / (survey.getScoreMax() - survey.getScoreMin());
        Answer answer = survey.getKind() == SurveyKind.CSAT ? Answer.CSAT : step(Math.round(share * 10));
        return opinion(
                survey.getProduct(),
                survey.getCustomerId(),
                survey.getChannel(),
                survey.getWrittenAt(),
                survey.getComment(),
                answer,
                share);
    }

    private static Answer step(long nps) {
        return nps <= BEST_DETRACTOR ? Answer.DETRACTOR : nps <= BEST_PASSIVE ? Answer.PASSIVE : Answer.PROMOTER;
    }

    private Opinion opinion(
            String product,
            String customer,
            @Nullable String channel,
            Instant at,
            @Nullable String text,
            Answer answer,
            @Nullable Double score) {
        Read said = read.computeIfAbsent(Objects.requireNonNullElse(text, ""), this::read);
        return new Opinion(
                product,
                customer,
                channel == null ? "unknown" : channel,
                at,
                said.sentiment(),
                said.mentions(),
                said.leaving(),
                score == null ? null : answer,
                score == null ? 0 : units(score));
    }

    private Read read(String text) {
        if (text.isBlank()) {
            return new Read(null, List.of(), false);
        }
        Reading reading = reader.read(text);
        return new Read(
                reading.status() == ReadingStatus.READ ? reading.sentiment().label() : null,
                strongest(reading.mentions()).stream()
                        .map(mention -> new Stance(mention.theme(), mention.polarity(), units(mention.score())))
                        .toList(),
                reading.intents().stream().anyMatch(intent -> intent.kind() == IntentKind.LEAVING));
    }

    private static Collection<ThemeMention> strongest(List<ThemeMention> mentions) {
        Map<String, ThemeMention> strongest = new TreeMap<>();
        mentions.forEach(mention -> strongest.merge(
                mention.theme() + " " + mention.polarity(),
                mention,
                (a, b) -> Math.abs(b.score()) > Math.abs(a.score()) ? b : a));
        return strongest.values();
    }

    private static long units(double score) {
        return Math.round(score * UNIT);
    }
}
