package io.biggerbox.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in a few plain English sentences why an alert speaks: for readers who know no statistics. */
public final class AlertSentence {

    /** Alerts that open within this time of each other may be one problem. */
    private static final Duration ONE_WAVE = Duration.ofDays(14);

    private AlertSentence() {}

    /**
     * The sentences.
     *
     * @param alert the revision to explain
     * @param themes names of the themes, as the company says them
     */
    public static String of(Alert alert, Themes themes) {
        String name = quoted(themes.nameOf(alert.theme()));
        return switch (alert.state()) {
            case EMERGING ->
                "First sign: " + lower(why(alert, name)) + " It is not sure yet and passes on "
                        + date(alert.emergingUntil()) + " if nothing follows." + family(alert, themes);
            case OPEN -> why(alert, name) + family(alert, themes);
            case REGRESSED -> why(alert, name) + times(alert) + family(alert, themes);
            case ACKNOWLEDGED -> who(alert) + " knows about " + name + ". " + why(alert, name);
            case CHANGE_DECLARED ->
                who(alert) + " has declared a change for " + name + " that takes effect on "
                        + date(alert.changeEffectiveAt()) + ".";
            case VERIFYING, VERIFIED, PARTIAL, NO_EFFECT -> VerificationSentence.of(alert, themes);
            case ESCALATED ->
                Alerts.isWorse(alert)
                        ? worse(alert, name) + family(alert, themes)
                        : name + " is still going on since " + date(alert.openedAt()) + " and has now reached "
                                + customers(alert.evidence().customers()) + "." + family(alert, themes);
            case MUTED -> who(alert) + " has muted " + name + " until " + date(alert.mutedUntil()) + ".";
        };
    }

    private static String worse(Alert alert, String name) {
        Evidence evidence = alert.evidence();
        String seen = customers(evidence.seen());
        String window = window(evidence);
        String usual = usual(evidence.expected());
        return alert.reason() == Reason.SLOW_BURN
                ? name + " has not passed since " + date(alert.openedAt()) + " and still grows: " + seen
                        + " complained in the last " + window + ", where it began with " + usual + "."
                : name + " is open since " + date(alert.openedAt()) + " and has become clearly worse: " + seen
                        + " complained in the last " + window + "; " + usual + " had become usual.";
    }

    private static String why(Alert alert, String name) {
        Evidence evidence = alert.evidence();
        String seen = customers(evidence.seen());
        String window = window(evidence);
        String usual = usual(evidence.expected());
        return switch (alert.reason()) {
            case SURGE -> seen + " complained about " + name + " in the last " + window + "; " + usual + " are usual.";
            case SLOW_BURN ->
                seen + " complained about " + name + " in the last " + window + ", where " + usual
                        + " were usual before: it has grown for weeks.";
            case CHRONIC ->
                seen + " complained about " + name + " in the last " + window + atLeast(evidence)
                        + "; it never went away.";
            case REGRESSION ->
                name + " is back after the change of " + date(alert.changeEffectiveAt()) + ": " + seen
                        + " complained in the last " + window + "; " + usual + " were to be expected.";
            case EXCEPTION_IS_THE_RULE ->
                evidence.seen() + " complaints about " + name + " were settled by an exception in the last " + window
                        + ", " + percent(evidence.value()) + " of all: the exception is the rule.";
            case DESIGN_INDUCED ->
                evidence.seen() + " complaints about " + name + " were closed as the customer's own error in the last "
                        + window + ", " + percent(evidence.value())
                        + " of all: so many people making one mistake is one mistake of ours.";
            case EXPLAINING_INSTEAD_OF_FIXING -> "Replies about " + name + " explain it away while it goes on.";
            case PROMISE_BROKEN -> "A customer who was told that " + name + " is fixed met it again.";
        };
    }

    /** Refers later alerts of a wave to the first, so that five teams do not chase one problem apart. */
    private static String family(Alert alert, Themes themes) {
        if (alert.related().isEmpty()) {
            return "";
        }
        Related first = alert.related().get(0);
        boolean later = !first.openedAt().isAfter(alert.openedAt());
        if (!later || Duration.between(first.openedAt(), alert.openedAt()).compareTo(ONE_WAVE) > 0) {
            return "";
        }
        int others = alert.related().size() - 1;
        return " It may be one problem with " + quoted(themes.nameOf(first.theme())) + " (" + first.alertId()
                + ", open since " + date(first.openedAt()) + ")"
                + (others == 0 ? "" : " and " + others + (others == 1 ? " other" : " others") + " close to it") + ".";
    }

    private static String usual(double expected) {
        return expected < 0.95 ? "fewer than one" : "about " + Math.round(expected);
    }

    static String quoted(String name) {
        return "“" + name + "”";
    }

    static String customers(long count) {
        return count == 1 ? "1 customer" : count + " customers";
    }

    private static String window(Evidence evidence) {
        long days = evidence.windowEnd().toEpochDay() - evidence.windowStart().toEpochDay() + 1;
        return days >= 21 && days % 7 == 0 ? days / 7 + " weeks" : days == 1 ? "day" : days + " days";
    }

    private static String atLeast(Evidence evidence) {
        long weeks = (evidence.windowEnd().toEpochDay() - evidence.windowStart().toEpochDay() + 1) / 7;
        List<Integer> daily = evidence.daily();
        long end = evidence.windowEnd().toEpochDay() - evidence.dailyStart().toEpochDay();
        long least = Long.MAX_VALUE;
        for (long week = 0; week < weeks; week++) {
            long sum = 0;
            for (long i = end - 7 * week - 6; i <= end - 7 * week; i++) {
                sum += i >= 0 && i < daily.size() ? daily.get((int) i) : 0;
            }
            least = Math.min(least, sum);
        }
        return least > 0 && least < Long.MAX_VALUE ? ", at least " + least + " in every week" : "";
    }

    private static String times(Alert alert) {
        return alert.regressions() < 2 ? "" : " It has come back " + alert.regressions() + " times.";
    }

    private static String who(Alert alert) {
        String actor = alert.actor();
        return actor == null ? "The team" : actor;
    }

    static String date(@Nullable Instant time) {
        return time == null
                ? "an unknown day"
                : LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
