package io.biggerbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxonomyCommandTest {

    private static final String GOOD =
            """
            id: default
            themes:
              - id: box.too-small
                name: Box too small
                description: "The box is too small."
                team: packaging
                phrases: ["the box was too small", "box is far too small"]
                include: ["box too small"]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("taxonomy.yaml"), yaml);
    }

    @Test
    void aValidOneIsSaidSo() throws IOException {
        Run run = Run.of("taxonomy", "validate", file(GOOD).toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("is valid: 1 themes, version ");
    }

    @Test
    void everyProblemIsListedWithItsPlaceAndExitCodeOne() throws IOException {
        String twice = GOOD + GOOD.substring(GOOD.indexOf("  - id"));
        Run run = Run.of("taxonomy", "validate", file(twice).toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("box.too-small").contains("cannot be used");
    }

    @Test
    void machinesReadTheSame() throws IOException {
        JsonNode good = json(GOOD, 0);
        assertThat(good.path("valid").asBoolean()).isTrue();
        assertThat(good.path("themes").asInt()).isEqualTo(1);
        assertThat(good.path("version").asText()).isNotBlank();

        JsonNode bad = json("id: default\nthemes: 7\n", 1);
        assertThat(bad.path("valid").asBoolean()).isFalse();
        assertThat(bad.path("problems")).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.path("severity").asText()).isNotBlank();
            assertThat(problem.path("file").asText()).contains("taxonomy.yaml");
            assertThat(problem.path("message").asText()).isNotBlank();
            assertThat(problem.path("remedy").asText()).isNotBlank();
        });
    }

    private JsonNode json(String yaml, int exitCode) throws IOException {
        Run run = Run.of("taxonomy", "validate", "--json", file(yaml).toString());
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out().lines()).hasSize(1);
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void aFileThatIsNotThereIsAProblemNotACrash() {
        Run run = Run.of("taxonomy", "validate", folder.resolve("none.yaml").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out() + run.err()).contains("none.yaml").doesNotContain("Exception");
    }
}
