package io.biggerbox.text.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxonomyFilesTest {
    private static final String THEME =
            """
            themes:
              - id: delivery.late
                name: Delivery late
                team: logistics
                phrases: [it came too late]
            """;

    private final Path folder;

    TaxonomyFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static TaxonomyResult parse(String yaml) {
        return TaxonomyYaml.fromYaml(yaml);
    }

    private static void assertError(String yaml, @Nullable String field, String message) {
        TaxonomyResult result = parse(yaml);
        assertThat(result.taxonomy()).isNull();
        assertThat(result.problems()).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.message()).contains(message);
            assertThat(problem.remedy()).isNotBlank();
        });
    }

    @Test
    void shouldReadAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "id: shop\nversion: v7\n" + THEME);
        Taxonomy taxonomy = TaxonomyFiles.read(file).orThrow();
        assertThat(taxonomy.id()).isEqualTo("shop");
        assertThat(taxonomy.version()).isEqualTo("v7");
        assertThat(taxonomy.themes()).extracting(Theme::id).containsExactly("delivery.late");
    }

    @Test
    void shouldMergeADirectory() throws IOException {
        Files.writeString(folder.resolve("b.yml"), THEME);
        Files.writeString(
                folder.resolve("a.yaml"), THEME.replace("delivery.late", "a").replace("it came", "a"));
        Files.writeString(folder.resolve("notes.txt"), "no yaml");
        TaxonomyResult result = TaxonomyFiles.read(folder);
        assertThat(result.orThrow().themes()).extracting(Theme::id).containsExactly("a", "delivery.late");
    }

    @Test
    void shouldNameAllProblemsAtOnce() {
        TaxonomyResult result = parse(
                """
                colour: red
                themes:
                  - id: Bad Id
                    name: A
                    team: Bad_Team
                    phrases: [x y]
                  - name: no id
                    team: t
                  - id: empty
                    name: Empty
                    team: t
                    parent: nowhere
                """);
        assertThat(result.taxonomy()).isNull();
        assertThat(result.problems()).hasSizeGreaterThanOrEqualTo(6);
        assertThatThrownBy(result::orThrow).hasMessageContaining("Bad Id").hasMessageContaining("nowhere");
    }

    @Test
    void shouldNameEachProblem() {
        assertError(THEME.replace("    name: Delivery late\n", ""), "name", "missing");
        assertError(THEME.replace("    team: logistics\n", ""), "team", "missing");
        assertError(THEME.replace("id: delivery.late", "idd: x"), "idd", "no known field");
        assertError(THEME.replace("logistics", "Log Istics"), "team", "no valid team");
        assertError(THEME.replace("[it came too late]", "[]"), "phrases", "neither");
        assertError(THEME.replace("[it came too late]", "late"), "phrases", "no list");
        assertError(THEME + THEME.substring(THEME.indexOf("  - id")), "id", "already");
        assertError(THEME + "    parent: nowhere\n", "parent", "nowhere");
        assertError(THEME + "    parent: delivery.late\n", "parent", "ancestor");
        assertError("themes: []", "themes", "empty");
    }

    @Test
    void shouldFindLongerCircles() {
        String three = THEME + "    parent: b\n"
                + "  - {id: b, name: B, team: t, phrases: [b], parent: c}\n"
                + "  - {id: c, name: C, team: t, phrases: [c], parent: delivery.late}\n";
        assertThat(parse(three).problems()).hasSize(3).allMatch(p -> p.message().contains("ancestor"));
    }

    @Test
    void shouldWarnOfSharedPhrasesAndGoOn() {
        TaxonomyResult result = parse(THEME + "  - {id: b, name: B, team: t, phrases: [It came too late]}\n");
        assertThat(result.taxonomy()).isNotNull();
        assertThat(result.problems()).singleElement().satisfies(p -> assertThat(p.severity())
                .isEqualTo(TaxonomyProblem.Severity.WARNING));
    }

    @Test
    void shouldNameTheLineOfASyntaxError() {
        assertError("themes:\n  - id: a\n   name: [", null, "line 3");
        assertError("", null, "empty");
        assertError("just text", null, "no themes");
        assertError(THEME.replace("    team", "    name: again\n    team"), null, "line");
    }

    @Test
    void shouldNameWrongEncodingAndMissingFiles() throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, THEME.replace("late]", "sp\u00e4t]").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(TaxonomyFiles.read(file).problems()).singleElement().satisfies(p -> assertThat(p.toString())
                .contains("UTF-8"));
        assertThat(TaxonomyFiles.read(folder.resolve("absent.yaml")).problems()).isNotEmpty();
        assertThat(TaxonomyFiles.read(Files.createDirectory(folder.resolve("none")))
                        .taxonomy())
                .isNull();
    }

    @Test
    void shouldVersionByContent() {
        String one = parse(THEME).orThrow().version();
        assertThat(one)
                .matches("[0-9a-f]{12}")
                .isEqualTo(parse(THEME + "\n# comment\n").orThrow().version());
        assertThat(parse(THEME.replace("too late", "much too late")).orThrow().version())
                .isNotEqualTo(one);
    }

    @Test
    void shouldTravelAsYaml() {
        for (String name : StarterTaxonomies.names()) {
            Taxonomy taxonomy = StarterTaxonomies.load(name);
            assertThat(TaxonomyYaml.fromYaml(TaxonomyYaml.toYaml(taxonomy)).orThrow())
                    .isEqualTo(taxonomy);
        }
    }

    @Test
    void shouldShipSoundPacks() {
        Taxonomy all = StarterTaxonomies.load(StarterTaxonomies.names().toArray(String[]::new));
        assertThat(all.id()).isEqualTo("default");
        assertThat(all.themes()).hasSizeGreaterThan(80).allSatisfy(theme -> {
            assertThat(theme.description()).isNotBlank();
            assertThat(theme.phrases().size() + theme.include().size()).isPositive();
        });
        assertThat(StarterTaxonomies.names()).allSatisfy(name -> assertThat(
                        parse(StarterTaxonomies.text(name)).problems())
                .isEmpty());
        assertThat(StarterTaxonomies.load("general").version())
                .isEqualTo(StarterTaxonomies.load("general").version())
                .isNotEqualTo(all.version());
        assertThatThrownBy(() -> StarterTaxonomies.load("nonsense")).hasMessageContaining("general");
    }
}
