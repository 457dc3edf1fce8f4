package io.biggerbox.testkit;

import static io.biggerbox.testkit.Events.MONDAY;
import static io.biggerbox.testkit.Events.review;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.events.wire.RegistryUnavailableException;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.topologies.TopologySettings;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RegistryOutageTest {

    /** A registry that can be cut off. */
    private static final class Registry extends MockSchemaRegistryClient {

        private boolean down;

        private void answer() throws IOException {
            if (down) {
                throw new IOException("connection refused");
            }
        }

        @Override
        public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
            answer();
            return super.getSchemaById(id);
        }

        @Override
        public int register(String subject, ParsedSchema schema) throws IOException, RestClientException {
            answer();
            return super.register(subject, schema);
        }
    }

    private final Registry registry = new Registry();

    private TestStack stack() {
        return TestStack.with(TopologySettings.OFFLINE, DetectionSettings.DEFAULTS, registry);
    }

    @Test
    void aSchemaThatCannotBeAskedForStopsTheThreadAndIsNoDeadLetter() {
        try (TestStack stack = stack()) {
            registry.down = true;
            byte[] value =
                    ByteBuffer.allocate(9).put((byte) 0).putInt(77).putInt(1).array();
            assertThatThrownBy(() -> stack.sendBytes("voc.reviews", "c1", value, MONDAY))
                    .hasRootCauseMessage("connection refused");
            assertThat(stack.deadLetters()).isEmpty();
        }
    }

    @Test
    void aSchemaThatCannotBeRegisteredStopsTheThreadAndIsNoDeadLetter() {
        try (TestStack stack = stack()) {
            byte[] value = stack.bytes(
                    stack.topics().reviews(), review("r1", "c1", MONDAY).build());
            stack.sendBytes("voc.commands", "x", null, MONDAY);
            assertThat(stack.deadLetters()).hasSize(1);
            // The reader of reviews has to know their schema; that of feedback has never been registered.
            registry.down = true;
            assertThatThrownBy(() -> stack.sendBytes("voc.reviews", "c1", value, MONDAY))
                    .hasStackTraceContaining(RegistryUnavailableException.class.getSimpleName());
            assertThat(stack.deadLetters()).hasSize(1);
        }
    }

    @Test
    void whatIsKnownIsReadThroughAnOutage() {
        try (TestStack stack = stack()) {
            stack.send(review("r1", "c1", MONDAY).build());
            stack.settle();
            registry.down = true;
            stack.send(review("r2", "c2", MONDAY).build());
            stack.settle();
            assertThat(stack.feedback()).hasSize(2);
            assertThat(stack.deadLetters()).isEmpty();
        }
    }
}
