package io.biggerbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ExplainCommandTest {

    private static final String HEADER = "event_time,arrival_time,event_id,customer_id,product,theme,sentiment,channel";
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int DAYS = 100;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    /** A complaint every fourth day, six a day from day 60 to 69, and praise; about the product {@code product}. */
    private Path history(String product) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < 10; i++) {
                boolean surge = day >= 60 && day < 70 && i < 6;
                boolean everyday = day % 4 == 0 && i == 0;
                Instant at = START.plus(24L * day + 2L * i, ChronoUnit.HOURS);
                int id = 10 * day + i;
                lines.add(String.join(
                        ",",
                        at.toString(),
                        at.toString(),
                        "e" + id,
                        "c" + id,
                        product,
                        surge || everyday ? "box" : "praise",
                        surge || everyday ? "negative" : "positive",
                        "web"));
            }
        }
        return Files.write(folder.resolve("events.csv"), lines);
    }

    private Run explain(String product, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("explain"));
        args.addAll(List.of(more));
        args.addAll(List.of("--classified", "--events", history(product).toString()));
        return Run.of(args.toArray(String[]::new));
    }

    private JsonNode json(String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(more));
        args.add("--json");
        Run run = explain("Shop", args.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static List<JsonNode> with(JsonNode nodes, String field, String value) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> node.path(field).asText().equals(value))
                .toList();
    }

    @Test
    void theDayOfTheRaiseIsExplainedByTheNumbersOfTheAlert() throws IOException {
        JsonNode explained = json("Shop/box");
        List<JsonNode> raises = with(explained.path("decisions"), "outcome", "RAISED");
        assertThat(raises).hasSize(1);
        JsonNode raise = raises.get(0);
        JsonNode alert = with(explained.path("revisions"), "state", "OPEN").get(0);
        JsonNode test = raise.path("decisive");
        assertThat(raise.path("decided_at").asText())
                .isEqualTo(alert.path("decided_at").asText());
        assertThat(test.path("reason").asText())
                .isEqualTo("SURGE")
                .isEqualTo(alert.path("reason").asText());
        assertThat(test.path("seen").asLong())
                .isEqualTo(alert.path("seen").asLong())
                .isPositive();
        assertThat(Instant.parse(alert.path("window_start").asText()).toString())
                .startsWith(test.path("window_start").asText());
        assertThat(Math.rint(test.path("value").asDouble() * 10_000) / 10_000)
                .isEqualTo(alert.path("statistic_value").asDouble());
        assertThat(explained.path("agrees_with_stack").isNull()).isTrue();
        assertThat(explained.path("incidents")).hasSize(1);
        assertThat(explained.path("incidents").get(0).path("from").asText()).startsWith("2026-03-0");
        assertThat(explained.path("incidents").get(0).path("open").asBoolean()).isFalse();
    }

    @Test
    void everyClosedDayHasItsCount() throws IOException {
        JsonNode decisions = json("Shop/box").path("decisions");
        List<JsonNode> closed = StreamSupport.stream(decisions.spliterator(), false)
                .filter(node -> node.path("decided_at").asText().endsWith("T00:00:00Z"))
                .toList();
        // The last day is not over.
        assertThat(closed).hasSize(DAYS - 1);
        int[] expected = IntStream.range(0, DAYS - 1)
                .map(day -> day >= 60 && day < 70 ? 6 : day % 4 == 0 ? 1 : 0)
                .toArray();
        assertThat(closed.stream()
                        .mapToInt(node -> node.path("customers").asInt())
                        .toArray())
                .isEqualTo(expected);
    }

    @Test
    void theTableShowsTheDaysAskedForAndTheRevisions() throws IOException {
        Run run = explain("Shop", "Shop/box", "--until", "2026-03-10", "--days", "8");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Shop: box", "raised SURGE", "SURGE goes on", "Raised SURGE: ", "revisions of BB-");
        List<String> rows = run.out()
                .lines()
                .filter(line -> line.matches("[A-Z][a-z]{2} 2026-.*"))
                .toList();
        assertThat(rows).hasSize(8);
        assertThat(rows.get(0)).startsWith("Tue 2026-03-03").contains(" 0 ").contains("not looked at");
        assertThat(rows.get(7))
                .startsWith("Tue 2026-03-10")
                .contains("████████████")
                .contains(" 6 ");
    }

    @Test
    void anAlertIsFoundByTheBeginningOfItsId() throws IOException {
        String id = json("Shop/box").path("alert_id").asText();
        assertThat(id).startsWith("BB-");
        assertThat(json(id.substring(0, 7)).path("theme").asText()).isEqualTo("box");
    }

    @Test
    void thePicturesCanBeReadBack() throws Exception {
        Path svg = folder.resolve("box.svg");
        Path png = folder.resolve("box.png");
        // What XML and markup would trip over, and a control sequence for terminals.
        Run run = explain(
                "A<b>&\u001b[31m@|red x|@",
                "A<b>&\u001b[31m@|red x|@/box",
                "--svg",
                svg.toString(),
                "--png",
                png.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("\u001b").contains("A<b>&");

        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(2400);
        assertThat(image.getHeight()).isEqualTo(1040);
        long colours = IntStream.range(0, image.getWidth())
                .flatMap(x -> IntStream.range(0, image.getHeight()).map(y -> image.getRGB(x, y)))
                .distinct()
                .count();
        assertThat(colours).as("more than an empty sheet").isGreaterThan(20);

        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getDoctype()).isNull();
        List<String> texts = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        assertThat(texts).contains("A<b>& [31m@|red x|@: box", "expected", "surge", "incident");
        assertThat(String.join(" ", texts)).contains("2026-01-05 to 2026-04-13, UTC");
    }

    @Test
    void aDeclaredChangeIsMarked() throws IOException {
        Path fixes =
                Files.write(folder.resolve("fixes.csv"), List.of("series,fix_time", "Shop/box,2026-03-16T00:00:00Z"));
        Path svg = folder.resolve("box.svg");
        JsonNode explained = json("Shop/box", "--fixes", fixes.toString(), "--svg", svg.toString());
        assertThat(explained.path("revisions").findValuesAsText("state")).contains("OPEN", "VERIFYING");
        assertThat(Files.readString(svg)).contains(">change<", ">verifying<", ">surge<");
    }

    @Test
    void aSeriesThatIsNotThereIsSaidSoWithThoseThatAre() throws IOException {
        for (String name : List.of("Shop/bx", "Shop/praise", "BB-ZZZZZZZZZZ", "Shop")) {
            Run run = explain("Shop", name);
            assertThat(run.exitCode()).as(name).isEqualTo(1);
            assertThat(run.out()).as(name).isEmpty();
            assertThat(run.err()).as(name).contains(name).contains("there are complaints about Shop/box");
        }
        Run several = explain("Shop", "BB-");
        assertThat(several.exitCode()).isEqualTo(1);
    }

    @Test
    void aHistoryWithoutComplaintsIsSaidSo() throws IOException {
        Path file = Files.write(
                folder.resolve("calm.csv"),
                List.of(HEADER, "2026-01-05T10:00:00Z,2026-01-05T10:00:00Z,e1,c1,Shop,box,positive,web"));
        Run run = Run.of("explain", "Shop/box", "--classified", "--events", file.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("calm.csv").contains("no complaint");
    }

    @Test
    void whatBelongsToAHistoryNeedsOne() {
        Run run = Run.of("explain", "Shop/box", "--classified");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("--events");
        assertThat(Run.of("explain", "Shop/box", "--events", "none.csv", "--classified")
                        .err())
                .contains("none.csv")
                .doesNotContain("Exception");
        assertThat(Run.of("explain").exitCode()).isEqualTo(2);
    }
}
