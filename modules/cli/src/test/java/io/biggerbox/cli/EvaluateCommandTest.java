package io.biggerbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    @Test
    void countsWhatIsRightPerLabel() throws IOException {
        String file = file(
                "texts.csv",
                "text,label",
                "\"I love it, it is wonderful\",positive",
                "\"Terrible, useless and broken\",negative",
                "\"This is the worst product ever\",positive",
                "What are your opening hours?,neutral");
        Run run = Run.of("evaluate", file, "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.path("texts").asInt()).isEqualTo(4);
        assertThat(json.path("accuracy").asDouble()).isEqualTo(0.75);
        assertThat(json.at("/labels/positive/recall").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/labels/positive/precision").asDouble()).isEqualTo(1);
        assertThat(json.at("/labels/positive/read_as/negative").asInt()).isEqualTo(1);
        assertThat(json.at("/labels/negative/precision").asDouble()).isEqualTo(0.5);
        assertThat(json.path("macro_f1").asDouble()).isCloseTo((2.0 / 3 + 2.0 / 3 + 1) / 3, within(1e-9));
        assertThat(json.path("calibration_error").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.at("/worst/0/line").asInt()).isEqualTo(4);
        assertThat(json.path("worst")).hasSize(1);
    }

    @Test
    void twoLabelsForceAChoice() throws IOException {
        String file = file("texts.txt", "Wow \"great\" stuff\t1", "It broke at once\t0", "The chair is a chair\t0");
        Run run = Run.of(
                "evaluate",
                file,
                "--no-header",
                "--text-column",
                "1",
                "--label-column",
                "2",
                "--label",
                "1=positive",
                "--label",
                "0=negative",
                "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.at("/labels/positive/read_as/neutral").asInt()).isZero();
        assertThat(json.at("/labels/negative/read_as/neutral").asInt()).isZero();
        assertThat(json.has("calibration_error")).isFalse();
    }

    @Test
    void readsJsonLinesAndPrintsATable() throws IOException {
        String file = file("texts.jsonl", "{\"id\":1,\"body\":\"I hate it, awful\",\"mood\":\"NEG\"}");
        Run run = Run.of("evaluate", file, "--text-column", "body", "--label-column", "mood");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("accuracy 100.0").contains("negative").doesNotContain("Wrong");
    }

    @Test
    void countsHiddenCharactersPerKind() throws IOException {
        String file = file(
                "private.json",
                "[{\"full_text\":\"Mail jo@example.com or Zzyx.\",\"spans\":["
                        + "{\"entity_type\":\"EMAIL_ADDRESS\",\"start_position\":5,\"end_position\":19},"
                        + "{\"entity_type\":\"PERSON\",\"start_position\":23,\"end_position\":27}]},",
                "{\"full_text\":\"My card is 4111 1111 1111 1111\",\"spans\":["
                        + "{\"entity_type\":\"GPE\",\"start_position\":0,\"end_position\":2}]}]");
        Run run = Run.of("evaluate", file, "--task", "redaction", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.path("texts").asInt()).isEqualTo(2);
        assertThat(json.at("/kinds/email/marked_characters").asInt()).isEqualTo(14);
        assertThat(json.at("/kinds/email/recall").asDouble()).isEqualTo(1);
        assertThat(json.at("/kinds/name/recall").asDouble()).isZero();
        assertThat(json.at("/kinds/card/precision").asDouble()).isZero();
        assertThat(json.at("/structured/precision").asDouble()).isCloseTo(14.0 / 33, within(1e-9));
        assertThat(json.at("/missed/0/words").asText()).isEqualTo("Zzyx");
        assertThat(json.at("/wrongly_hidden/0/words").asText()).isEqualTo("4111 1111 1111 1111");
        assertThat(Run.of("evaluate", file, "--task", "redaction").out()).contains("recall", "text 1: name Zzyx");
    }

    @Test
    void partsCoverTheFile() throws IOException {
        String file =
                file("texts.csv", "text,label", "I love it,pos", "awful,neg", "so good,pos", "bad,neg", "ugly,neg");
        int texts = 0;
        for (String part : List.of("1/3", "2/3", "3/3")) {
            Run run = Run.of("evaluate", file, "--part", part, "--json");
            texts += run.exitCode() == 0
                    ? new ObjectMapper().readTree(run.out()).path("texts").asInt()
                    : 0;
        }
        assertThat(texts).isEqualTo(5);
        assertThat(Run.of("evaluate", file, "--part", "3/2").err()).contains("'3/2' is no part");
    }

    @Test
    void saysWhatIsWrongWithMarkedTexts() throws IOException {
        assertThat(Run.of("evaluate", file("a.json", "[{\"text\":\"x\"}]"), "--task", "redaction")
                        .err())
                .contains("text 1 has no full_text");
        assertThat(Run.of(
                                "evaluate",
                                file(
                                        "b.json",
                                        "{\"full_text\":\"x\",\"spans\":[{\"entity_type\":\"PERSON\","
                                                + "\"start_position\":0,\"end_position\":2}]}"),
                                "--task",
                                "redaction")
                        .err())
                .contains("from 0 to 2, outside its text");
        assertThat(Run.of("evaluate", file("c.json", "[]"), "--task", "redaction")
                        .err())
                .contains("has no texts");
        assertThat(Run.of("evaluate", file("d.json", "nothing"), "--task", "redaction")
                        .err())
                .contains("is not JSON");
    }

    @Test
    void readsOtherEncodingsWhenTold() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "text,label\nThe café is awful,negative\n".getBytes(StandardCharsets.ISO_8859_1));
        Run refused = Run.of("evaluate", file.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("latin.csv")
                .contains("not valid UTF-8")
                .contains("--encoding");
        Run read = Run.of("evaluate", file.toString(), "--encoding", "windows-1252", "--json");
        assertThat(read.exitCode()).as(read.err()).isZero();
        assertThat(new ObjectMapper().readTree(read.out()).path("texts").asInt())
                .isEqualTo(1);

        Path marked = folder.resolve("marked.csv");
        Files.write(marked, "\uFEFFtext,label\nThe café is awful,negative\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(Run.of("evaluate", marked.toString()).exitCode()).isZero();
        assertThat(Run.of("evaluate", file("empty.csv")).err()).contains("is empty");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(Run.of("evaluate", file("a.csv", "text,label", "x,angry")).err())
                .contains("--label angry=");
        assertThat(Run.of("evaluate", file("b.csv", "text,label", "x,angry")).exitCode())
                .isEqualTo(1);
        assertThat(Run.of("evaluate", file("c.csv", "body,label", "x,neg")).err())
                .contains("no column text")
                .contains("body, label");
        assertThat(Run.of("evaluate", file("d.csv", "text,label")).err()).contains("has no rows");
        assertThat(Run.of("evaluate", file("e.jsonl", "{\"text\":1}")).err()).contains("line 1 has no label");
    }
}
