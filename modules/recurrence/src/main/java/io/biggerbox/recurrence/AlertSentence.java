package io.biggerbox.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in one or two plain English sentences why an alert speaks: for readers who know no statistics. */
public final class AlertSentence {

    private AlertSentence() {}

    /**
     * The sentence.
     *
     * @param alert the revision to explain
     * @param themeName display name of the theme, as the company says it
     */
    public static String of(Alert alert, String themeName) {
        String name = "“" + themeName + "”";
        return switch (alert.state()) {
            case EMERGING -> "First sign: " + lower(why(alert, name));
            case OPEN -> why(alert, name);
            case REGRESSED -> why(alert, name) + times(alert);
            case ACKNOWLEDGED -> who(alert) + " knows about " + name + ". " + why(alert, name);
            case CHANGE_DECLARED ->
                who(alert) + " has declared a change for " + name + " that takes effect on "
                        + date(alert.changeEffectiveAt()) + ".";
            case VERIFYING ->
                "A change for " + name + " is in effect since " + date(alert.changeEffectiveAt())
                        + "; the numbers are being watched.";
            case VERIFIED ->
                "The change of " + date(alert.changeEffectiveAt()) + " worked: complaints about " + name
                        + " have clearly gone down.";
            case NO_EFFECT ->
                "The change of " + date(alert.changeEffectiveAt()) + " did not help: customers complain about " + name
                        + " as before.";
            case ESCALATED ->
                name + " is still going on since " + date(alert.openedAt()) + " and has now reached "
                        + customers(alert.evidence().customers()) + ".";
            case MUTED -> who(alert) + " has muted " + name + " until " + date(alert.mutedUntil()) + ".";
        };
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

    private static String usual(double expected) {
        return expected < 0.95 ? "fewer than one" : "about " + Math.round(expected);
    }

    private static String customers(long count) {
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

    private static String date(@Nullable Instant time) {
        return time == null
                ? "an unknown day"
                : LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
