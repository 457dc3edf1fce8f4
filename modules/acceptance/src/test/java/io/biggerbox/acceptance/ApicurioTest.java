package io.biggerbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.acceptance.support.Apicurio;
import io.biggerbox.acceptance.support.Everything;
import io.biggerbox.acceptance.support.Installation;
import io.biggerbox.events.topics.Topic;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apicurio's registry: asked alone, and with everything that the pipeline does on it. */
@Tag("system")
class ApicurioTest extends RegistryContract {

    private Apicurio apicurio;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        apicurio = Apicurio.start(directory);
    }

    @AfterAll
    void stop() {
        apicurio.close();
    }

    @Override
    String registryUrl() {
        return apicurio.url();
    }

    @Test
    void thePipelineRunsOnIt(@TempDir Path directory) throws IOException, RestClientException {
        try (Installation installation = Installation.startOn(apicurio.url(), directory, 2)) {
            for (Topic<?, ?> topic : Everything.publish(installation)) {
                assertThat(installation.topics().records(topic))
                        .as(topic.name())
                        .isNotEmpty();
                if (!topic.name().equals("voc.dead-letters")) {
                    assertThat(client().getAllVersions(topic.name() + "-value")).hasSize(1);
                }
            }
            assertThat(installation.topics().deadLetters()).hasSize(1);
        }
    }
}
