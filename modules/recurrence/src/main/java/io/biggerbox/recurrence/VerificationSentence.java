package io.biggerbox.recurrence;

import io.biggerbox.recurrence.Verification.Displaced;
import io.biggerbox.recurrence.Verification.Interval;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in plain English, with the numbers, what became of a declared change. */
final class VerificationSentence {

    private VerificationSentence() {}

    static String of(Alert alert, Themes themes) {
        String name = AlertSentence.quoted(themes.nameOf(alert.theme()));
        String day = AlertSentence.date(alert.changeEffectiveAt());
        Verification numbers = alert.verification();
        if (numbers == null) {
            return "A change for " + name + " was declared.";
        }
        return switch (alert.state()) {
            case VERIFIED -> "The change of " + day + " worked: " + fell(numbers, name) + moved(numbers, themes);
            case PARTIAL ->
                "The change of " + day + " helped in part: " + fell(numbers, name) + target(numbers)
                        + moved(numbers, themes);
            case NO_EFFECT ->
                numbers.conclusive()
                        ? "The change of " + day + " did not help: " + asBefore(numbers, name) + moved(numbers, themes)
                        : "Nothing shows that the change of " + day + " helped: " + unproven(numbers, name)
                                + moved(numbers, themes);
            default ->
                "A change for " + name + " is in effect since " + day + "; the numbers are being watched. "
                        + before(numbers) + " The target is " + AlertSentence.percent(numbers.targetDrop()) + " fewer.";
        };
    }

    private static String before(Verification numbers) {
        return numbers.exposedBefore() <= 0
                ? "What was before it is not known."
                : rate(numbers.perWeekBefore()) + " complained before it.";
    }

    private static String fell(Verification numbers, String name) {
        return rate(numbers.perWeekAfter()) + " complain about " + name + ", " + number(numbers.perWeekBefore())
                + " before it" + interval(numbers.ratio()) + ".";
    }

    private static String interval(@Nullable Interval ratio) {
        if (ratio == null) {
            return "";
        }
        String best = AlertSentence.percent(Math.max(0, 1 - ratio.estimate()));
        String least = ratio.high() < 1 ? AlertSentence.percent(1 - ratio.high()) : "0 %";
        String most = AlertSentence.percent(Math.max(0, 1 - ratio.low()));
        return " (" + best + " fewer; with 95 % confidence between " + least + " and " + most + ")";
    }

    private static String target(Verification numbers) {
        String target = " The target of " + AlertSentence.percent(numbers.targetDrop()) + " fewer ";
        Interval ratio = numbers.ratio();
        if (ratio == null || ratio.estimate() > 1 - numbers.targetDrop()) {
            return target + "was missed.";
        }
        return target + "may be reached, but "
                + (numbers.conclusive()
                        ? "so few customers do not prove it."
                        : "with so few customers that may be chance.");
    }

    private static String asBefore(Verification numbers, String name) {
        return rate(numbers.perWeekAfter()) + " complain about " + name + ", " + number(numbers.perWeekBefore())
                + " before it.";
    }

    private static String unproven(Verification numbers, String name) {
        if (numbers.exposedBefore() < FixCheck.LEAST_BEFORE) {
            return "how many complained about " + name + " before it is not remembered.";
        }
        if (numbers.exposedAfter() < numbers.daysAfter() / 2.0) {
            return "there was feedback on only " + Math.round(numbers.exposedAfter()) + " of the " + numbers.daysAfter()
                    + " days since, and silence is no improvement.";
        }
        if (numbers.customersBefore() < FixCheck.LEAST_CUSTOMERS) {
            return "only " + AlertSentence.customers(numbers.customersBefore()) + " complained about " + name
                    + " in the " + numbers.daysBefore() + " days before it and "
                    + numbers.customersAfter() + " in the " + numbers.daysAfter() + " days since, too few to tell.";
        }
        return asBefore(numbers, name);
    }

    private static String moved(Verification numbers, Themes themes) {
        StringBuilder text = new StringBuilder();
        for (Displaced risen : numbers.displaced()) {
            text.append(text.isEmpty() ? " Since then more complain about " : ", and about ")
                    .append(AlertSentence.quoted(themes.nameOf(risen.theme())))
                    .append(" (")
                    .append(number(risen.perWeekBefore()))
                    .append(" a week before, ")
                    .append(number(risen.perWeekAfter()))
                    .append(" now)");
        }
        return text.isEmpty() ? "" : text + ": the pain may have moved there.";
    }

    private static String rate(double perWeek) {
        return number(perWeek) + " customers a week";
    }

    private static String number(double value) {
        return value < 9.95 ? String.format(Locale.ROOT, "%.1f", value) : String.format(Locale.ROOT, "%.0f", value);
    }
}
