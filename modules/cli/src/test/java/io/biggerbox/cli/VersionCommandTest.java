package io.biggerbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class VersionCommandTest {

    @Test
    void machinesReadTheVersionsThatLabelsAndAlertsName() throws IOException {
        Run run = Run.of("version", "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("version", "reader", "detection", "starter_taxonomy", "kafka", "java");
        assertThat(json).allSatisfy(value -> assertThat(value.asText()).isNotBlank());
        assertThat(json.path("kafka").asText()).isEqualTo("4.3.1");
    }

    @Test
    void peopleReadThemToo() {
        Run run = Run.of("version");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("biggerbox ").contains("kafka 4.3.1");
    }
}
