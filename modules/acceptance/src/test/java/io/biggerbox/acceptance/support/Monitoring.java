package io.biggerbox.acceptance.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is shipped for Prometheus and Grafana under {@code deploy/}. */
public final class Monitoring {

    public static final Path RULES = file("deploy/prometheus/rules.yml");
    public static final Path RULE_TESTS = file("deploy/prometheus/rules.test.yml");
    public static final Path CONFIG = file("deploy/prometheus/prometheus.yml");
    public static final Path DASHBOARD = file("deploy/grafana/biggerbox.json");

    /** Neither label matchers, nor ranges, nor lists of labels, nor text name a metric. */
    private static final Pattern NO_METRICS = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^\\]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("(?<![\\w.:])[a-zA-Z_:][\\w:]*(?!\\w*\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    private Monitoring() {}

    /** A file of this repository. */
    public static Path file(String name) {
        return Path.of(System.getProperty("repository.root"), name);
    }

    /** The panels of the dashboard that show something, without the rows between them. */
    public static List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        dashboard().path("panels").forEach(panel -> {
            if (!panel.path("type").asText().equals("row")) {
                panels.add(panel);
            }
        });
        return panels;
    }

    /** The whole dashboard. */
    public static JsonNode dashboard() {
        try {
            return new ObjectMapper().readTree(DASHBOARD.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The expressions of a panel as Grafana would send them. */
    public static List<String> expressions(JsonNode panel) {
        List<String> expressions = new ArrayList<>();
        panel.path("targets")
                .forEach(target -> expressions.add(target.path("expr")
                        .asText()
                        .replace("$__rate_interval", "1m")
                        .replace("$instance", ".*")));
        return expressions;
    }

    /** The metrics that an expression of Prometheus uses. */
    public static Set<String> metrics(String expression) {
        Set<String> metrics = new TreeSet<>();
        Matcher names = NAME.matcher(NO_METRICS.matcher(expression).replaceAll(" "));
        while (names.find()) {
            if (!WORDS.contains(names.group())) {
                metrics.add(names.group());
            }
        }
        return metrics;
    }
}
