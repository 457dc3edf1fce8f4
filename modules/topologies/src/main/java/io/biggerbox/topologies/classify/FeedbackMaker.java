package io.biggerbox.topologies.classify;

import io.biggerbox.events.Correction;
import io.biggerbox.events.Deflection;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.FeedbackKind;
import io.biggerbox.events.IntentKind;
import io.biggerbox.events.IntentReading;
import io.biggerbox.events.Mention;
import io.biggerbox.events.ReadingStatus;
import io.biggerbox.events.Replaced;
import io.biggerbox.events.ReplyAct;
import io.biggerbox.events.ReplyReading;
import io.biggerbox.events.ReplyTone;
import io.biggerbox.events.SentenceReading;
import io.biggerbox.events.SentimentLabel;
import io.biggerbox.events.UrgencyLevel;
import io.biggerbox.events.UrgencyReading;
import io.biggerbox.text.Reading;
import io.biggerbox.text.Sentiment;
import io.biggerbox.text.Span;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.Urgency;
import io.biggerbox.topologies.classify.Submission.Part;
import io.biggerbox.topologies.classify.Submission.Reply;
import io.biggerbox.topologies.corrections.CorrectedLabels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a submission and writes down what was found. */
final class FeedbackMaker {

    /** Between the parts of a conversation, so that no sentence runs across two of them. */
    private static final String PART_BREAK = "\n\n";

    private FeedbackMaker() {}

    static Feedback make(
            Submission submission,
            Coordinates coordinates,
            ReaderInForce inForce,
            Optional<Correction> correction,
            @Nullable Replaced replaces) {
        TextReader reader = inForce.reader();
        NavigableMap<Integer, Instant> partsAt = new TreeMap<>();
        StringBuilder text = new StringBuilder();
        List<SentenceReading> sentences = new ArrayList<>();
        List<Mention> mentions = new ArrayList<>();
        List<IntentReading> intents = new ArrayList<>();
        Urgency urgency = Urgency.NORMAL;
        PartsSummary summary = new PartsSummary();
        for (Part part : submission.parts()) {
            Reading reading = reader.read(part.text());
            if (text.length() > 0) {
                text.append(PART_BREAK);
            }
            int shift = text.length();
            partsAt.put(shift, part.at());
            text.append(reading.redacted());
            summary.add(reading);
            reading.sentences()
                    .forEach(sentence -> sentences.add(sentence(sentence.span(), shift, sentence.sentiment())));
            reading.mentions().forEach(mention -> mentions.add(mention(mention, shift, part, submission)));
            reading.intents().forEach(intent -> intents.add(intent(intent, shift)));
            urgency = urgency.or(shifted(reading.urgency(), shift));
        }
        Sentiment sentiment = summary.sentiment();
        Submission.Score score = submission.score();
        Feedback.Builder feedback = Feedback.newBuilder()
                .setFeedbackId(submission.feedbackId())
                .setRevision(submission.revision())
                .setKind(submission.kind())
                .setProduct(submission.product())
                .setCustomerId(submission.customer())
                .setCustomerTier(submission.tier())
                .setCustomerValuePerYear(submission.valuePerYear())
                .setChannel(channel(submission.channel()))
                .setLanguage(summary.language())
                .setEventTime(submission.saidAt())
                .setExperiencedAt(submission.experiencedAt())
                .setReceivedAt(coordinates.arrival())
                .setReading(summary.status())
                .setRedactedText(text.toString())
                .setSentiment(SentimentLabel.valueOf(sentiment.label().name()))
                .setSentimentScore(rounded(sentiment.score()))
                .setSentimentConfidence(rounded(sentiment.confidence()))
                .setSentences(sentences)
                .setMentions(mentions)
                .setIntents(intents)
                .setUrgency(urgency(urgency))
                .setReplies(submission.replies().stream()
                        .map(reply -> reply(reply, reader))
                        .toList())
                .setScoreKind(score == null ? null : score.kind())
                .setScore(score == null ? null : score.value())
                .setScoreMin(score == null ? null : score.min())
                .setScoreMax(score == null ? null : score.max())
                .setResolution(submission.resolution())
                .setReplaces(replaces)
                .setModelVersion(summary.modelVersion(reader))
                .setTaxonomyVersion(reader.taxonomyVersion())
                .setSourceTopic(coordinates.topic())
                .setSourcePartition(coordinates.partition())
                .setSourceOffset(coordinates.offset());
        Set<String> themes = inForce.themes();
        correction.ifPresent(said ->
                CorrectedLabels.apply(said, feedback, partsAt, theme -> themes.isEmpty() || themes.contains(theme)));
        return feedback.build();
    }

    /**
     * What takes a feedback back whose customer was erased.
     *
     * @param id of the feedback
     * @param customer under whom it is written: the customer, or their digest where nobody knows them any more
     * @param counted what it counts for at present; null when that is not known
     * @param erasedAt when the customer was erased
     * @param left how many withdrawals of the customer follow
     */
    static Feedback withdrawal(
            String id, String customer, @Nullable Replaced counted, Instant erasedAt, int left, ReaderInForce inForce) {
        return Feedback.newBuilder()
                .setFeedbackId(id)
                .setRevision(counted == null ? 0 : counted.getRevision() + 1)
                .setKind(FeedbackKind.OTHER)
                .setProduct(counted == null ? "" : counted.getProduct())
                .setCustomerId(customer)
                .setChannel(counted == null ? channel(null) : counted.getChannel())
                .setLanguage("und")
                .setEventTime(counted == null ? erasedAt : counted.getEventTime())
                .setReceivedAt(erasedAt)
                .setReading(ReadingStatus.EMPTY)
                .setRedactedText("")
                .setSentiment(SentimentLabel.NEUTRAL)
                .setSentimentScore(0)
                .setSentimentConfidence(0)
                .setSentences(List.of())
                .setMentions(List.of())
                .setIntents(List.of())
                .setReplies(List.of())
                .setReplaces(counted)
                .setModelVersion(inForce.reader().modelVersion())
                .setTaxonomyVersion(inForce.reader().taxonomyVersion())
                .setSourceTopic("")
                .setSourcePartition(-1)
                .setSourceOffset(-1)
                .setWithdrawalsLeft(left)
                .build();
    }

    /** What {@code feedback} contributes to every aggregate, kept for the day on which it is replaced. */
    static Replaced contributionOf(Feedback feedback) {
        return Replaced.newBuilder()
                .setRevision(feedback.getRevision())
                .setProduct(feedback.getProduct())
                .setCustomerId(feedback.getCustomerId())
                .setCustomerTier(feedback.getCustomerTier())
                .setCustomerValuePerYear(feedback.getCustomerValuePerYear())
                .setChannel(feedback.getChannel())
                .setEventTime(feedback.getEventTime())
                .setReading(feedback.getReading())
                .setSentiment(feedback.getSentiment())
                .setSentimentScore(feedback.getSentimentScore())
                .setMentions(feedback.getMentions().stream()
                        .map(mention -> Mention.newBuilder(mention)
                                .setStart(0)
                                .setEnd(0)
                                .setEvidence("")
                                .build())
                        .toList())
                .setLeaving(feedback.getIntents().stream().anyMatch(intent -> intent.getKind() == IntentKind.LEAVING))
                .setScoreKind(feedback.getScoreKind())
                .setScore(feedback.getScore())
                .setScoreMin(feedback.getScoreMin())
                .setScoreMax(feedback.getScoreMax())
                .setResolution(feedback.getResolution())
                .build();
    }

    private static String channel(@Nullable String given) {
        return given == null || given.isBlank() ? "unknown" : given;
    }

    private static SentenceReading sentence(Span span, int shift, Sentiment sentiment) {
        return SentenceReading.newBuilder()
                .setStart(shift + span.start())
                .setEnd(shift + span.end())
                .setSentiment(SentimentLabel.valueOf(sentiment.label().name()))
                .setScore(rounded(sentiment.score()))
                .setConfidence(rounded(sentiment.confidence()))
                .build();
    }

    private static Mention mention(
            io.biggerbox.text.ThemeMention mention, int shift, Part part, Submission submission) {
        return Mention.newBuilder()
                .setTheme(mention.theme())
                .setPolarity(SentimentLabel.valueOf(mention.polarity().name()))
                .setScore(rounded(mention.score()))
                .setAt(part.at())
                .setExperiencedAt(submission.experiencedAt())
                .setStart(shift + mention.span().start())
                .setEnd(shift + mention.span().end())
                .setEvidence(mention.evidence())
                .build();
    }

    private static IntentReading intent(io.biggerbox.text.Intent intent, int shift) {
        return IntentReading.newBuilder()
                .setKind(IntentKind.valueOf(intent.kind().name()))
                .setScore(rounded(intent.score()))
                .setStart(shift + intent.span().start())
                .setEnd(shift + intent.span().end())
                .setEvidence(intent.evidence())
                .build();
    }

    private static Urgency shifted(Urgency urgency, int shift) {
        Span span = urgency.span();
        return new Urgency(
                urgency.level(),
                urgency.score(),
                new Span(shift + span.start(), shift + span.end()),
                urgency.evidence());
    }

    private static @Nullable UrgencyReading urgency(Urgency urgency) {
        return urgency.level() == io.biggerbox.text.UrgencyLevel.NORMAL
                ? null
                : UrgencyReading.newBuilder()
                        .setLevel(UrgencyLevel.valueOf(urgency.level().name()))
                        .setScore(rounded(urgency.score()))
                        .setStart(urgency.span().start())
                        .setEnd(urgency.span().end())
                        .setEvidence(urgency.evidence())
                        .build();
    }

    private static @Nullable Deflection deflection(io.biggerbox.text.@Nullable Deflection deflection) {
        return deflection == null ? null : Deflection.valueOf(deflection.name());
    }

    private static ReplyReading reply(Reply reply, TextReader reader) {
        var acts = reader.readReply(reply.text()).acts();
        return ReplyReading.newBuilder()
                .setAt(reply.at())
                .setCanned(reply.canned()
                        || acts.stream().anyMatch(act -> act.tone() == io.biggerbox.text.ReplyTone.CANNED))
                .setActs(acts.stream()
                        .map(act -> ReplyAct.newBuilder()
                                .setTone(ReplyTone.valueOf(act.tone().name()))
                                .setDeflection(deflection(act.deflection()))
                                .setScore(rounded(act.score()))
                                .setEvidence(act.evidence())
                                .build())
                        .toList())
                .build();
    }

    /** Four decimals: more would be noise, and sums of them are exact in whole ten-thousandths. */
    private static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }

    /** What the parts of one submission amount to. */
    private static final class PartsSummary {

        private final List<Reading> read = new ArrayList<>();
        private String language = "und";
        private boolean unsupported;

        void add(Reading reading) {
            switch (reading.status()) {
                case READ -> read.add(reading);
                case UNSUPPORTED_LANGUAGE -> unsupported = true;
                case EMPTY -> {}
            }
            if (language.equals("und")) {
                language = reading.language();
            }
        }

        ReadingStatus status() {
            if (!read.isEmpty()) {
                return ReadingStatus.READ;
            }
            return unsupported ? ReadingStatus.UNSUPPORTED_LANGUAGE : ReadingStatus.EMPTY;
        }

        String language() {
            return language;
        }

        /** That of the reader; of a part that another model had to read, if there is one. */
        String modelVersion(TextReader reader) {
            String usual = reader.modelVersion();
            return read.stream()
                    .map(Reading::modelVersion)
                    .filter(version -> !version.equals(usual))
                    .findFirst()
                    .orElse(usual);
        }

        /** The mean of the parts by length; the label that most of the text, by confidence, stands for. */
        Sentiment sentiment() {
            if (read.isEmpty()) {
                return Sentiment.UNKNOWN;
            }
            if (read.size() == 1) {
                return read.get(0).sentiment();
            }
            double total = 0;
            double score = 0;
            Map<io.biggerbox.text.SentimentLabel, Double> support =
                    new EnumMap<>(io.biggerbox.text.SentimentLabel.class);
            for (Reading reading : read) {
                double weight = Math.max(1, reading.redacted().length());
                total += weight;
                score += weight * reading.sentiment().score();
                support.merge(
                        reading.sentiment().label(),
                        weight * reading.sentiment().confidence(),
                        Double::sum);
            }
            var best = Collections.max(support.entrySet(), Map.Entry.comparingByValue());
            return new Sentiment(best.getKey(), score / total, best.getValue() / total);
        }
    }
}
