package io.biggerbox.topologies.corrections;

import io.biggerbox.events.Correction;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.Mention;
import io.biggerbox.events.Polarity;
import io.biggerbox.events.SaidTheme;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about the labels of a feedback, before it is a record.
 *
 * @param said themes that its words do touch, and which way they lean
 * @param denied themes that its words do not touch
 * @param sentiment which way the whole text leans, or null
 * @param actor who says so
 * @param note what they write with it, or null
 */
public record CorrectionDraft(
        Map<String, Polarity> said,
        Set<String> denied,
        @Nullable Polarity sentiment,
        String actor,
        @Nullable String note) {

    public CorrectionDraft {
        said = Map.copyOf(said);
        denied = Set.copyOf(denied);
    }

    /**
     * The record to publish. It adds to what was said about the same words before; about one theme the later word
     * holds.
     *
     * @param feedback the feedback as it was read last
     * @param standing the correction of it that stands, if any
     * @param now when it is said
     * @throws io.biggerbox.topologies.errors.InvalidRecordException if it says nothing, or contradicts itself
     */
    public Correction about(Feedback feedback, Optional<Correction> standing, Instant now) {
        Map<String, Polarity> allSaid = new TreeMap<>();
        Set<String> allDenied = new TreeSet<>();
        Polarity allSentiment = sentiment;
        Correction before = standing.filter(
                        each -> CorrectedLabels.holdsFor(each, feedback.getRevision(), feedback.getRedactedText()))
                .orElse(null);
        if (before != null) {
            before.getSaidThemes().forEach(each -> allSaid.put(each.getTheme(), each.getPolarity()));
            allDenied.addAll(before.getDeniedThemes());
            allSentiment = sentiment == null ? before.getSaidSentiment() : sentiment;
        }
        allSaid.keySet().removeAll(denied);
        allDenied.removeAll(said.keySet());
        allSaid.putAll(said);
        allDenied.addAll(denied);

        Set<String> themes = new TreeSet<>();
        feedback.getMentions().stream().map(Mention::getTheme).forEach(themes::add);
        themes.addAll(allSaid.keySet());
        themes.removeAll(allDenied);
        Correction correction = Correction.newBuilder()
                .setFeedbackId(feedback.getFeedbackId())
                .setRevision(feedback.getRevision())
                .setProduct(feedback.getProduct())
                .setCustomerId(feedback.getCustomerId())
                .setRedactedText(feedback.getRedactedText())
                .setSaidThemes(allSaid.entrySet().stream()
                        .map(each -> new SaidTheme(each.getKey(), each.getValue()))
                        .toList())
                .setDeniedThemes(List.copyOf(allDenied))
                .setSaidSentiment(allSentiment)
                .setThemes(List.copyOf(themes))
                .setSentiment(
                        allSentiment == null
                                ? Polarity.valueOf(feedback.getSentiment().name())
                                : allSentiment)
                .setActor(actor)
                .setNote(note)
                .setCorrectedAt(now)
                .setModelVersion(feedback.getModelVersion())
                .setTaxonomyVersion(feedback.getTaxonomyVersion())
                .build();
        CorrectionRules.check(correction.getFeedbackId(), correction);
        return correction;
    }
}
