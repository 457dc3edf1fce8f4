package io.biggerbox.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.wire.CleanSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the process was killed. */
class KilledStackTest {
    private static final AvroSchema SCHEMA = new AvroSchema(CleanSchema.of(
            SchemaBuilder.record("Thing").fields().requiredString("id").endRecord()));

    /**
     * A commit is acknowledged before its markers are written. Of processes that die in between, about every second one left a
     * transaction that could never be read (see {@link StaleRegistration}): hence more than one.
     */
    @RepeatedTest(2)
    void anAcknowledgedTransactionCanBeReadWhenTheProcessDiedWithIt(@TempDir Path directory) throws Exception {
        List<String> values = IntStream.range(0, 200).mapToObj(i -> "c" + i).toList();
        DyingWriter.run(directory, "committed", values);
        try (StackProcess next = StackProcess.start(directory)) {
            assertThat(Clients.readAll(next.bootstrapServers(), "committed", values.size()))
                    .isEqualTo(values);
        }
    }

    @Test
    void acknowledgedRecordsAndSchemasSurviveAKill(@TempDir Path directory) throws Exception {
        List<String> plain = IntStream.range(0, 1000).mapToObj(i -> "p" + i).toList();
        List<String> committed = IntStream.range(0, 200).mapToObj(i -> "c" + i).toList();
        int id;
        try (StackProcess first = StackProcess.start(directory)) {
            Clients.createTopic(first.bootstrapServers(), "plain");
            Clients.createTopic(first.bootstrapServers(), "committed");
            Clients.write(first.bootstrapServers(), "plain", plain, Optional.empty());
            try (SchemaRegistryClient client = new CachedSchemaRegistryClient(List.of(first.registryUrl()), 10)) {
                id = client.register("plain-value", SCHEMA);
            }
            Clients.write(first.bootstrapServers(), "committed", committed, Optional.of("writer-1"));
            first.kill();
        }
        try (StackProcess second = StackProcess.start(directory)) {
            assertThat(Clients.readAll(second.bootstrapServers(), "plain", 1000))
                    .isEqualTo(plain);
            assertThat(Clients.readAll(second.bootstrapServers(), "committed", 200))
                    .isEqualTo(committed);
            Clients.write(second.bootstrapServers(), "committed", List.of("more"), Optional.of("writer-1"));
            try (SchemaRegistryClient client = new CachedSchemaRegistryClient(List.of(second.registryUrl()), 10)) {
                assertThat(client.getSchemaById(id).canonicalString()).isEqualTo(SCHEMA.canonicalString());
                assertThat(client.register("plain-value", SCHEMA)).isEqualTo(id);
            }
        }
    }
}
