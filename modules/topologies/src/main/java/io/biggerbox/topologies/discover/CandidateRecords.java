package io.biggerbox.topologies.discover;

import io.biggerbox.events.CandidateStatus;
import io.biggerbox.events.ThemeCandidate;
import io.biggerbox.text.discovery.Candidate;
import io.biggerbox.text.discovery.CandidateQuote;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Candidates as they are published. */
final class CandidateRecords {

    private CandidateRecords() {}

    static ThemeCandidate of(Candidate candidate, String modelVersion) {
        return ThemeCandidate.newBuilder()
                .setCandidateId(candidate.id())
                .setRevision(candidate.revision())
                .setStatus(CandidateStatus.valueOf(candidate.status().name()))
                .setTheme(candidate.theme())
                .setMergedInto(candidate.mergedInto())
                .setName(candidate.name())
                .setPhrases(candidate.phrases())
                .setSentences(candidate.sentences())
                .setCustomers(candidate.customers())
                .setFirstSeenAt(Instant.ofEpochMilli(candidate.firstSeen()))
                .setLastSeenAt(Instant.ofEpochMilli(candidate.lastSeen()))
                .setCohesion(candidate.cohesion())
                .setWeeklySentences(candidate.weeks())
                .setLastWeekAt(LocalDate.ofEpochDay(candidate.lastWeek())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant())
                .setProducts(candidate.products())
                .setQuotes(
                        candidate.quotes().stream().map(CandidateRecords::quote).toList())
                .setModelVersion(modelVersion)
                .build();
    }

    private static io.biggerbox.events.CandidateQuote quote(CandidateQuote quote) {
        return io.biggerbox.events.CandidateQuote.newBuilder()
                .setText(quote.text())
                .setFeedbackId(quote.feedbackId())
                .setProduct(quote.product())
                .setAt(Instant.ofEpochMilli(quote.at()))
                .setSourceTopic(quote.source().topic())
                .setSourcePartition(quote.source().partition())
                .setSourceOffset(quote.source().offset())
                .build();
    }
}
