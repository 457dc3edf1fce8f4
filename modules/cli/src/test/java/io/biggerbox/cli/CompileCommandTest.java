package io.biggerbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @BeforeEach
    void themes() throws IOException {
        file(
                "themes.yaml",
                "themes:",
                "  - id: delivery.late",
                "    name: Delivery late",
                "    team: logistics",
                "    phrases: [my package arrived two weeks late, still waiting for my order, delivery took too long]",
                "  - id: login",
                "    name: Login",
                "    team: identity",
                "    phrases: [I cannot log in to my account, the app rejects my password, signing in fails]");
    }

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String history() throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,comment"));
        for (String day : List.of("Monday", "last week", "a month", "yesterday", "the holidays")) {
            for (String word : List.of("parcel", "shipment", "box", "order")) {
                lines.add(lines.size() + ",My " + word + " has not arrived since " + day);
            }
            for (String word : List.of("username", "code", "password", "login")) {
                lines.add(lines.size() + ",Since " + day + " it does not accept my " + word);
            }
        }
        for (String other : List.of("garden", "soup", "concert", "football match", "holiday")) {
            lines.add(lines.size() + ",The " + other + " was lovely");
            lines.add(lines.size() + ",What a lovely " + other);
        }
        return file("history.csv", lines.toArray(String[]::new));
    }

    private Run compile(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "taxonomy",
                "compile",
                "--taxonomy",
                path("themes.yaml"),
                "--teacher",
                "none",
                "--output",
                path("out")));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void makesAFolderThatEveryCommandTakes() throws IOException {
        Run run = compile("--history", history(), "--text-column", "comment");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("2 themes learned", "50 texts of history", "delivery.late", "--taxonomy ");
        String texts = file("texts.jsonl", "{\"id\":\"1\",\"text\":\"My shipment has not arrived, terrible!\"}");
        Run read = Run.of("classify", "--input", texts, "--taxonomy", path("out"), "--output", path("read.jsonl"));
        assertThat(read.exitCode()).as(read.err()).isZero();
        assertThat(Files.readString(folder.resolve("read.jsonl"))).contains("delivery.late");
        Run valid = Run.of("taxonomy", "validate", path("out"));
        assertThat(valid.out()).contains("2 themes").contains("+");
        JsonNode report = MAPPER.readTree(folder.resolve("out/report.json").toFile());
        assertThat(report.path("themes")).hasSize(2);
        assertThat(report.path("history").asInt()).isEqualTo(50);
    }

    @Test
    void isMeasuredOnLabelledTexts() throws IOException {
        compile("--history", history(), "--text-column", "comment");
        String labelled = file(
                "labelled.csv",
                "text,label",
                "My shipment has not arrived,Delivery late",
                "It does not accept my username,login",
                "What a lovely garden concert,other");

        Run run = Run.of(
                "evaluate", labelled, "--task", "themes", "--taxonomy", path("out"), "--label", "other=none", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = MAPPER.readTree(run.out());
        assertThat(json.path("accuracy").asDouble()).isEqualTo(1);
        assertThat(json.path("out_of_scope").asInt()).isEqualTo(1);
        assertThat(json.path("out_of_scope_recall").asDouble()).isEqualTo(1);
        assertThat(json.at("/themes/login/f1").asDouble()).isEqualTo(1);
        assertThat(Run.of("evaluate", labelled, "--task", "themes", "--taxonomy", path("out"), "--label", "other=none")
                        .out())
                .contains("macro-F1 100.0", "of which nothing was said: 100.0");
    }

    @Test
    void countsEveryThemeWhereTextsHaveSeveral() throws IOException {
        String labelled = file(
                "labelled.csv",
                "text,label",
                "My package arrived two weeks late. I cannot log in to my account.,login|delivery.late",
                "I cannot log in to my account,delivery.late");

        Run run = Run.of("evaluate", labelled, "--task", "themes", "--taxonomy", path("themes.yaml"), "--json");

        JsonNode json = MAPPER.readTree(run.out());
        assertThat(json.path("single").asBoolean()).isFalse();
        assertThat(json.path("micro_f1").asDouble()).isEqualTo(2 * 2 / 6.0);
        assertThat(json.at("/themes/delivery.late/taken_for/login").asInt()).isEqualTo(1);
    }

    @Test
    void countsComplaintsOnlyWhenTold() throws IOException {
        String labelled = file(
                "complaints.csv",
                "text,label",
                "Great that I can log in to my account so quickly!,none",
                "\"I cannot log in to my account, this is terrible\",login");
        List<String> args = List.of(
                "evaluate", labelled, "--task", "themes", "--taxonomy", path("terms.yaml"), "--json", "--complaints");
        file(
                "terms.yaml",
                "themes:",
                "  - id: login",
                "    name: Login",
                "    team: identity",
                "    include: [log in]");

        Run all = Run.of(args.subList(0, args.size() - 1).toArray(String[]::new));
        Run complaints = Run.of(args.toArray(String[]::new));

        assertThat(MAPPER.readTree(all.out()).path("micro_f1").asDouble()).isEqualTo(2 / 3.0);
        assertThat(MAPPER.readTree(complaints.out()).path("micro_f1").asDouble())
                .isEqualTo(1);
    }

    @Test
    void learnsFromLabelsAndCorrections() throws IOException {
        String history = file(
                "labelled.csv",
                "text,theme",
                "where is my parcel,Late",
                "the code is not accepted,login",
                "lovely weather,Other",
                "nobody looked at this one,");
        String corrections = file(
                "corrections.jsonl", "{\"id\":\"7\",\"text\":\"where on earth is it\",\"themes\":[\"delivery.late\"]}");

        Run run = compile(
                "--history",
                history,
                "--theme-column",
                "theme",
                "--label",
                "Late=delivery.late",
                "--label",
                "Other=none",
                "--corrections",
                corrections,
                "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = MAPPER.readTree(run.out());
        assertThat(json.path("examples").asInt()).isEqualTo(10);
        assertThat(json.path("history").asInt()).isEqualTo(1);
        assertThat(json.at("/themes/0/judged").asInt()).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithItsInput() throws IOException {
        String labelled = file("labelled.csv", "text,theme", "where is it,lost");
        assertThat(compile("--history", labelled, "--theme-column", "theme").err())
                .contains("lost")
                .contains("--label");
        assertThat(compile("--history", labelled, "--text-column", "body").err())
                .contains("no column body");
        String corrections = file("corrections.jsonl", "{\"text\":\"x\",\"themes\":[\"lost\"]}");
        assertThat(compile("--corrections", corrections).err())
                .contains("line 1")
                .contains("no theme 'lost'");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
