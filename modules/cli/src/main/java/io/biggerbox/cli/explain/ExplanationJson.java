package io.biggerbox.cli.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.biggerbox.backtest.Explanation;
import io.biggerbox.cli.output.RecordJson;
import io.biggerbox.recurrence.DayDecision;
import io.biggerbox.recurrence.Examined;
import org.jspecify.annotations.Nullable;

/** An explanation for machines: every decision with every test, and the revisions as they are published. */
public final class ExplanationJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ExplanationJson() {}

    /**
     * One object on one line.
     *
     * @param agrees whether the replay decided as the running stack did; null where there is none
     */
    public static String line(Explanation explanation, @Nullable Boolean agrees) {
        ObjectNode root = JSON.objectNode();
        root.put("alert_id", explanation.series().alertId())
                .put("product", explanation.series().product())
                .put("theme", explanation.series().theme())
                .put("theme_name", explanation.themeName())
                .put("agrees_with_stack", agrees);
        ArrayNode days = root.putArray("decisions");
        explanation.decisions().forEach(decision -> days.add(decision(decision)));
        ArrayNode incidents = root.putArray("incidents");
        for (Incident incident : Incident.of(explanation.decisions())) {
            incidents
                    .addObject()
                    .put("reason", incident.reason().name())
                    .put("from", incident.from().toString())
                    .put("to", incident.to().toString())
                    .put("open", incident.open());
        }
        ArrayNode revisions = root.putArray("revisions");
        explanation.revisions().forEach(alert -> revisions.add(RecordJson.tree(alert)));
        return root.toString();
    }

    private static ObjectNode decision(DayDecision decision) {
        ObjectNode node = JSON.objectNode();
        node.put("day", decision.day().toString())
                .put("decided_at", decision.decidedAt().toString())
                .put("outcome", decision.outcome().name())
                .put("customers", decision.customers())
                .put("expected", decision.expected())
                .put("exposure", decision.exposure())
                .put("weekday_factor", decision.weekday())
                .put("volume_factor", decision.volume())
                .put("known_incident", decision.known())
                .put("incident", text(decision.incident()))
                .put("incident_onset", text(decision.onset()))
                .put("alert_state", text(decision.alert()));
        Examined decisive = decision.decisive();
        node.set("decisive", decisive == null ? JSON.nullNode() : test(decisive));
        ArrayNode tests = node.putArray("tests");
        decision.examined().forEach(test -> tests.add(test(test)));
        return node.put("step_over_slope", decision.stepOverSlope()).put("sentence", decision.sentence());
    }

    private static ObjectNode test(Examined test) {
        return JSON.objectNode()
                .put("reason", test.reason().name())
                .put("window_start", test.windowStart().toString())
                .put("window_end", test.windowEnd().toString())
                .put("seen", test.seen())
                .put("expected", test.expected())
                .put("statistic", test.statistic())
                .put("value", test.value())
                .put("threshold", test.threshold())
                .put("passed", test.passed())
                .put("shortfall", test.shortfall().name());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
