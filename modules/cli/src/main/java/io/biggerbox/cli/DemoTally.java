package io.biggerbox.cli;

import io.biggerbox.demo.DemoStory;
import io.biggerbox.events.AlertState;
import io.biggerbox.events.ProcessChangeAlert;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the demo raised, held against what was planted. */
final class DemoTally {

    private final List<ProcessChangeAlert> raised = new ArrayList<>();
    private double firstAlert = Double.NaN;

    void add(ProcessChangeAlert alert, double seconds) {
        if (alert.getRaised() && alert.getState() != AlertState.ESCALATED) {
            if (raised.isEmpty()) {
                firstAlert = seconds;
            }
            raised.add(alert);
        }
    }

    /** Seconds from the start to the first alert; NaN when there was none. */
    double firstAlertSeconds() {
        return firstAlert;
    }

    /** One line about one story. */
    String verdict(DemoStory story) {
        List<ProcessChangeAlert> own =
                raised.stream().filter(alert -> belongs(alert, story)).toList();
        String found = own.isEmpty()
                ? "silent"
                : own.stream()
                        .map(alert -> alert.getReason() + " on "
                                + alert.getDecidedAt().atZone(ZoneOffset.UTC).toLocalDate())
                        .collect(Collectors.joining(", "));
        boolean right = own.isEmpty() != story.mustAlert();
        return (right ? "✓ " : "✗ ") + story.description() + " → " + found;
    }

    /** Lines about alerts that belong to no story. */
    List<String> others(List<DemoStory> stories) {
        return raised.stream()
                .filter(alert -> stories.stream().noneMatch(story -> belongs(alert, story)))
                .map(alert -> "✗ not planted: " + alert.getReason() + " " + alert.getProduct() + ": "
                        + alert.getThemeName() + " on "
                        + alert.getDecidedAt().atZone(ZoneOffset.UTC).toLocalDate())
                .toList();
    }

    private static boolean belongs(ProcessChangeAlert alert, DemoStory story) {
        return alert.getProduct().equals(story.product())
                && (story.theme() == null || Objects.equals(alert.getTheme(), story.theme()));
    }
}
