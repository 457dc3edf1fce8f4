package io.biggerbox.topologies.classify;

import io.biggerbox.events.Author;
import io.biggerbox.events.FeedbackKind;
import io.biggerbox.events.Review;
import io.biggerbox.events.ScoreKind;
import io.biggerbox.events.Survey;
import io.biggerbox.events.SurveyKind;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.Turn;
import io.biggerbox.topologies.classify.Submission.Part;
import io.biggerbox.topologies.classify.Submission.Reply;
import io.biggerbox.topologies.classify.Submission.Score;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads each kind of source record as a {@link Submission}. */
final class Submissions {

    private Submissions() {}

    static Submission of(Review review) {
        Instant saidAt = Objects.requireNonNullElse(review.getEditedAt(), review.getWrittenAt());
        Double rating = review.getRating();
        return new Submission(
                FeedbackKind.REVIEW,
                review.getSource(),
                review.getSourceId(),
                review.getRevision(),
                review.getProduct(),
                review.getCustomerId(),
                review.getCustomerTier(),
                review.getCustomerValuePerYear(),
                review.getChannel(),
                saidAt,
                review.getExperiencedAt(),
                parts(saidAt, headline(review.getTitle(), review.getText())),
                review.getReplyText() == null
                        ? List.of()
                        : List.of(new Reply(
                                review.getReplyText(),
                                Objects.requireNonNullElse(review.getRepliedAt(), saidAt),
                                false)),
                rating == null ? null : new Score(ScoreKind.STARS, rating, 1, review.getRatingMax()),
                null);
    }

    static Submission of(Ticket ticket) {
        List<Part> parts = new ArrayList<>();
        List<Reply> replies = new ArrayList<>();
        String opening = headline(ticket.getSubject(), ticket.getDescription());
        parts.addAll(parts(ticket.getWrittenAt(), opening));
        for (Turn turn : ticket.getTurns()) {
            if (!turn.getIsPublic() || turn.getText().isBlank()) {
                continue;
            }
            if (turn.getAuthor() == Author.CUSTOMER && !turn.getText().equals(ticket.getDescription())) {
                parts.add(new Part(turn.getText(), turn.getAt()));
            } else if (turn.getAuthor() == Author.VENDOR) {
                replies.add(new Reply(turn.getText(), turn.getAt(), turn.getCanned()));
            }
        }
        if (ticket.getSatisfactionComment() != null) {
            Instant last = parts.isEmpty()
                    ? ticket.getWrittenAt()
                    : parts.get(parts.size() - 1).at();
            parts.addAll(
                    parts(Objects.requireNonNullElse(ticket.getUpdatedAt(), last), ticket.getSatisfactionComment()));
        }
        Double satisfaction = ticket.getSatisfaction();
        return new Submission(
                FeedbackKind.TICKET,
                ticket.getSource(),
                ticket.getSourceId(),
                ticket.getRevision(),
                ticket.getProduct(),
                ticket.getCustomerId(),
                ticket.getCustomerTier(),
                ticket.getCustomerValuePerYear(),
                ticket.getChannel(),
                ticket.getWrittenAt(),
                ticket.getExperiencedAt(),
                List.copyOf(parts),
                List.copyOf(replies),
                satisfaction == null ? null : new Score(ScoreKind.SUPPORT_SATISFACTION, satisfaction, 0, 1),
                ticket.getResolution() == null ? null : ticket.getResolution().name());
    }

    static Submission of(Survey survey) {
        Double score = survey.getScore();
        String text = Stream.concat(
                        Stream.ofNullable(survey.getComment()),
                        survey.getAnswers().stream().map(answer -> answer.getAnswer()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
        return new Submission(
                FeedbackKind.SURVEY,
                survey.getSource(),
                survey.getSourceId(),
                survey.getRevision(),
                survey.getProduct(),
                survey.getCustomerId(),
                survey.getCustomerTier(),
                survey.getCustomerValuePerYear(),
                survey.getChannel(),
                survey.getWrittenAt(),
                survey.getExperiencedAt(),
                parts(survey.getWrittenAt(), text),
                List.of(),
                score == null
                        ? null
                        : new Score(kind(survey.getKind()), score, survey.getScoreMin(), survey.getScoreMax()),
                null);
    }

    private static ScoreKind kind(SurveyKind kind) {
        return switch (kind) {
            case NPS -> ScoreKind.NPS;
            case CSAT -> ScoreKind.CSAT;
            case CES -> ScoreKind.CES;
            case STARS -> ScoreKind.STARS;
            case OTHER -> ScoreKind.OTHER;
        };
    }

    private static List<Part> parts(Instant at, @Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(new Part(text, at));
    }

    /** Title and text as one: the line break ends the title's sentence. */
    private static @Nullable String headline(@Nullable String title, @Nullable String text) {
        if (title == null || title.isBlank()) {
            return text;
        }
        return text == null || text.isBlank() || text.startsWith(title) ? longer(title, text) : title + "\n" + text;
    }

    private static String longer(String title, @Nullable String text) {
        return text == null || text.length() < title.length() ? title : text;
    }
}
