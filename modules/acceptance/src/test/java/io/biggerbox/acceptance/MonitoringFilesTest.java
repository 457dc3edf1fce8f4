package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.biggerbox.acceptance.support.Monitoring;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The dashboard and the rules, as far as they can be judged without Grafana and Prometheus; see {@link PrometheusTest}. */
class MonitoringFilesTest {

    private static final Pattern LINK = Pattern.compile("runbook_url: docs/operations.md#(\\S+)");
    private static final int COLUMNS = 24;

    @Test
    void everyPanelExplainsItself() {
        assertThat(Monitoring.panels()).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText()).as("description").endsWith(".");
            assertThat(panel.path("fieldConfig").path("defaults").path("unit").asText())
                    .as("unit")
                    .isNotBlank();
            assertThat(panel.path("datasource").path("uid").asText()).isEqualTo("${datasource}");
            assertThat(Monitoring.expressions(panel)).isNotEmpty().allSatisfy(expression -> {
                assertThat(expression).doesNotContain("$").contains("instance=~\".*\"");
                assertThat(Monitoring.metrics(expression)).isNotEmpty();
            });
            List<String> ids = texts(panel.path("targets"), "refId");
            assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
        });
        JsonNode all = Monitoring.dashboard().path("panels");
        assertThat(texts(all, "id")).doesNotHaveDuplicates().doesNotContain("", "0");
        assertThat(texts(all, "title")).doesNotHaveDuplicates();
    }

    @Test
    void panelsDoNotLieOnEachOther() {
        Set<String> taken = new HashSet<>();
        Monitoring.dashboard().path("panels").forEach(panel -> {
            JsonNode place = panel.path("gridPos");
            int x = place.path("x").asInt(-1);
            int y = place.path("y").asInt(-1);
            assertThat(x + place.path("w").asInt()).isLessThanOrEqualTo(COLUMNS);
            for (int column = x; column < x + place.path("w").asInt(); column++) {
                for (int line = y; line < y + place.path("h").asInt(); line++) {
                    assertThat(taken.add(column + "/" + line))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
        });
    }

    @Test
    void everyAlertNamesASectionOfTheManual() throws IOException {
        Set<String> sections = Files.readAllLines(Monitoring.file("docs/operations.md")).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
        String rules = Files.readString(Monitoring.RULES);
        List<String> links =
                LINK.matcher(rules).results().map(link -> link.group(1)).toList();
        assertThat(links).isNotEmpty().hasSameSizeAs(alerts(rules));
        assertThat(sections).containsAll(links);
    }

    private static List<String> alerts(String rules) {
        return rules.lines().filter(line -> line.contains("- alert:")).toList();
    }

    @Test
    void namesOfMetricsAreFoundInExpressions() {
        assertThat(Monitoring.metrics("sum by (a, b) (rate(x_total{c=\"d e\"}[5m])) / (y:z > 0) and min(w) < 1e3"))
                .containsExactly("w", "x_total", "y:z");
    }

    private static List<String> texts(JsonNode nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.path(field).asText())
                .toList();
    }
}
