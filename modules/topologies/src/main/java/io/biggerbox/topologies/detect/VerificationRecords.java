package io.biggerbox.topologies.detect;

import io.biggerbox.events.DisplacedTheme;
import io.biggerbox.events.Verdict;
import io.biggerbox.recurrence.Verification;
import io.biggerbox.topologies.taxonomy.ThemeDirectory;
import org.jspecify.annotations.Nullable;

/** What became of a declared change, as the part of a public alert. */
final class VerificationRecords {

    private VerificationRecords() {}

    static io.biggerbox.events.@Nullable Verification toRecord(@Nullable Verification numbers, ThemeDirectory themes) {
        if (numbers == null) {
            return null;
        }
        Verification.Interval ratio = numbers.ratio();
        return io.biggerbox.events.Verification.newBuilder()
                .setEffectiveAt(numbers.effectiveAt())
                .setTargetDrop(numbers.targetDrop())
                .setVerdict(Verdict.valueOf(numbers.verdict().name()))
                .setConclusive(numbers.conclusive())
                .setMethod(Verification.METHOD)
                .setDaysBefore(numbers.daysBefore())
                .setDaysAfter(numbers.daysAfter())
                .setExposedDaysBefore(AlertRecords.rounded(numbers.exposedBefore()))
                .setExposedDaysAfter(AlertRecords.rounded(numbers.exposedAfter()))
                .setCustomersBefore(numbers.customersBefore())
                .setCustomersAfter(numbers.customersAfter())
                .setPerWeekBefore(AlertRecords.rounded(numbers.perWeekBefore()))
                .setPerWeekAfter(AlertRecords.rounded(numbers.perWeekAfter()))
                .setRatio(ratio == null ? null : AlertRecords.rounded(ratio.estimate()))
                .setRatioLow(ratio == null ? null : AlertRecords.rounded(ratio.low()))
                .setRatioHigh(ratio == null ? null : AlertRecords.rounded(ratio.high()))
                .setThemesCompared(numbers.compared())
                .setDisplaced(numbers.displaced().stream()
                        .map(risen -> DisplacedTheme.newBuilder()
                                .setTheme(risen.theme())
                                .setThemeName(themes.nameOf(risen.theme()))
                                .setCustomersBefore(risen.customersBefore())
                                .setCustomersAfter(risen.customersAfter())
                                .setPerWeekBefore(AlertRecords.rounded(risen.perWeekBefore()))
                                .setPerWeekAfter(AlertRecords.rounded(risen.perWeekAfter()))
                                .build())
                        .toList())
                .build();
    }
}
