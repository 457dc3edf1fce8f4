package io.biggerbox.cli.output;

import io.biggerbox.events.Verification;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** A declared change against the numbers, on one line. */
final class VerificationLine {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private VerificationLine() {}

    static String of(Verification numbers) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "change of %s: %.1f → %.1f customers a week (%d in %.0f days → %d in %.0f days)",
                DAY.format(numbers.getEffectiveAt()),
                numbers.getPerWeekBefore(),
                numbers.getPerWeekAfter(),
                numbers.getCustomersBefore(),
                numbers.getExposedDaysBefore(),
                numbers.getCustomersAfter(),
                numbers.getExposedDaysAfter()));
        if (numbers.getRatio() != null && numbers.getRatioLow() != null && numbers.getRatioHigh() != null) {
            line.append(String.format(
                    Locale.ROOT,
                    " · ratio %.2f, 95 %% from %.2f to %.2f",
                    numbers.getRatio(),
                    numbers.getRatioLow(),
                    numbers.getRatioHigh()));
        }
        line.append(String.format(Locale.ROOT, " · target −%.0f %%", 100 * numbers.getTargetDrop()));
        if (!numbers.getDisplaced().isEmpty()) {
            line.append(numbers.getDisplaced().stream()
                    .map(theme -> String.format(
                            Locale.ROOT,
                            "%s %.1f → %.1f",
                            SafeText.oneLine(theme.getThemeName()),
                            theme.getPerWeekBefore(),
                            theme.getPerWeekAfter()))
                    .collect(Collectors.joining(", ", " · risen since: ", "")));
        }
        return line.toString();
    }
}
