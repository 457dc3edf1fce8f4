package io.biggerbox.cli.output;

import io.biggerbox.events.ProcessChangeAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who was hurt, on one line: by head and by value, so that neither hides the other. */
final class ImpactLine {

    private ImpactLine() {}

    /** The line; empty when nothing is known. */
    static String of(ProcessChangeAlert alert) {
        List<String> parts = new ArrayList<>();
        if (!alert.getTiers().isEmpty()) {
            parts.add(new TreeMap<>(alert.getTiers())
                    .entrySet().stream()
                            .map(tier -> tier.getValue() + " " + SafeText.oneLine(tier.getKey()))
                            .collect(Collectors.joining(", ")));
        }
        Double weighted = alert.getValueWeightedCustomers();
        if (weighted != null) {
            String unknown = alert.getCustomersValueUnknown() > 0
                    ? ", value of " + alert.getCustomersValueUnknown() + " unknown"
                    : "";
            parts.add(String.format(
                    Locale.ENGLISH,
                    "%,.0f a year at risk (%d customers worth %.0f average ones%s)",
                    alert.getValueAtRisk(),
                    alert.getCustomersValueKnown(),
                    weighted,
                    unknown));
        } else if (alert.getValueAtRisk() > 0) {
            parts.add(String.format(Locale.ENGLISH, "%,.0f a year at risk", alert.getValueAtRisk()));
        }
        if (alert.getLeavers() > 0) {
            parts.add(alert.getLeavers() + (alert.getLeavers() == 1 ? " says they leave" : " say they leave"));
        }
        if (alert.getMentions() > 0) {
            parts.add(String.format(Locale.ENGLISH, "sentiment %+.2f", alert.getMeanSentiment()));
        }
        return String.join(" · ", parts);
    }
}
