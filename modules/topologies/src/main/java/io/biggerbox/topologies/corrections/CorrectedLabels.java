package io.biggerbox.topologies.corrections;

import io.biggerbox.events.Correction;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.Mention;
import io.biggerbox.events.Polarity;
import io.biggerbox.events.SaidTheme;
import io.biggerbox.events.SentenceReading;
import io.biggerbox.events.SentimentLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts a correction into force: themes that somebody named are there, themes that somebody denied are not, and about
 * all others the reader's word holds, so that themes which the taxonomy gets later are found as well.
 */
public final class CorrectedLabels {

    /** What stands before the actor in the evidence of a label. */
    public static final String EVIDENCE = "correction:";

    /** A person says which way, not how far: half of the scale. */
    private static final double HALF = 0.5;

    private CorrectedLabels() {}

    /**
     * True when the correction was made for these words: for this revision, or for another one with the same text. An
     * edit with other words is read afresh.
     *
     * @param revision revision of the source record
     * @param redactedText its text as it reads now
     */
    public static boolean holdsFor(Correction correction, long revision, String redactedText) {
        return correction.getRevision() == revision
                || correction.getRedactedText().equals(redactedText);
    }

    /**
     * Replaces what the correction is about.
     *
     * @param feedback as the reader has it; complete but for what is set here
     * @param partsAt when each part of the text was said, by the index in redacted_text at which it starts
     * @param listenedFor themes that the taxonomy in force has; others are not added
     */
    public static void apply(
            Correction correction,
            Feedback.Builder feedback,
            NavigableMap<Integer, Instant> partsAt,
            Predicate<String> listenedFor) {
        if (!holdsFor(correction, feedback.getRevision(), feedback.getRedactedText())) {
            return;
        }
        feedback.setMentions(mentions(correction, feedback, partsAt, listenedFor));
        Polarity sentiment = correction.getSaidSentiment();
        if (sentiment != null) {
            SentimentLabel label = SentimentLabel.valueOf(sentiment.name());
            feedback.setSentimentScore(score(label, feedback.getSentiment(), feedback.getSentimentScore()));
            feedback.setSentiment(label);
            feedback.setSentimentConfidence(1);
            feedback.setSentences(sentences(label, feedback.getSentences()));
        }
        feedback.setCorrectedBy(correction.getActor());
    }

    /** A text of one sentence leans as its sentence does; of several, nobody has said which is wrong. */
    private static List<SentenceReading> sentences(SentimentLabel label, List<SentenceReading> read) {
        if (read.size() != 1) {
            return read;
        }
        SentenceReading only = read.get(0);
        return List.of(SentenceReading.newBuilder(only)
                .setSentiment(label)
                .setScore(score(label, only.getSentiment(), only.getScore()))
                .setConfidence(1)
                .build());
    }

    private static List<Mention> mentions(
            Correction correction,
            Feedback.Builder feedback,
            NavigableMap<Integer, Instant> partsAt,
            Predicate<String> listenedFor) {
        Map<String, SaidTheme> missing = new LinkedHashMap<>();
        correction.getSaidThemes().forEach(said -> missing.put(said.getTheme(), said));
        Map<String, SaidTheme> said = Map.copyOf(missing);
        String evidence = EVIDENCE + correction.getActor();
        List<Mention> all = new ArrayList<>();
        for (Mention read : feedback.getMentions()) {
            if (correction.getDeniedThemes().contains(read.getTheme())) {
                continue;
            }
            @Nullable SaidTheme word = said.get(read.getTheme());
            missing.remove(read.getTheme());
            all.add(word == null ? read : confirmed(read, label(word), evidence));
        }
        for (SaidTheme word : missing.values()) {
            if (listenedFor.test(word.getTheme())) {
                all.add(added(word, feedback, partsAt, evidence));
            }
        }
        all.sort(Comparator.comparingInt(Mention::getStart));
        return all;
    }

    private static Mention confirmed(Mention read, SentimentLabel label, String evidence) {
        return Mention.newBuilder(read)
                .setPolarity(label)
                .setScore(score(label, read.getPolarity(), read.getScore()))
                .setEvidence(evidence)
                .build();
    }

    private static Mention added(
            SaidTheme word, Feedback.Builder feedback, NavigableMap<Integer, Instant> partsAt, String evidence) {
        SentimentLabel label = label(word);
        @Nullable SentenceReading sentence = mostLike(label, feedback.getSentences());
        int start = sentence == null ? 0 : sentence.getStart();
        Map.@Nullable Entry<Integer, Instant> part = partsAt.floorEntry(start);
        return Mention.newBuilder()
                .setTheme(word.getTheme())
                .setPolarity(label)
                .setScore(
                        sentence == null
                                ? score(label, label, 0)
                                : score(label, sentence.getSentiment(), sentence.getScore()))
                .setAt(part == null ? feedback.getEventTime() : part.getValue())
                .setExperiencedAt(feedback.getExperiencedAt())
                .setStart(start)
                .setEnd(sentence == null ? feedback.getRedactedText().length() : sentence.getEnd())
                .setEvidence(evidence)
                .build();
    }

    /** The sentence that leans furthest that way, of equals the first: a theme is said of a text, and counted of a sentence. */
    private static @Nullable SentenceReading mostLike(SentimentLabel label, List<SentenceReading> sentences) {
        Comparator<SentenceReading> byLikeness = Comparator.comparingDouble(sentence -> switch (label) {
            case NEGATIVE -> sentence.getScore();
            case NEUTRAL -> Math.abs(sentence.getScore());
            case POSITIVE -> -sentence.getScore();
        });
        return sentences.stream().min(byLikeness).orElse(null);
    }

    private static SentimentLabel label(SaidTheme word) {
        return SentimentLabel.valueOf(word.getPolarity().name());
    }

    /** The reader's score where it leans the same way, half of the scale where it does not. */
    private static double score(SentimentLabel label, SentimentLabel read, double score) {
        if (label == read && score != 0) {
            return score;
        }
        return switch (label) {
            case NEGATIVE -> -HALF;
            case NEUTRAL -> 0;
            case POSITIVE -> HALF;
        };
    }
}
