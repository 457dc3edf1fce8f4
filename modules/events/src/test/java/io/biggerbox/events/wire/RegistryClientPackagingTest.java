package io.biggerbox.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.security.CodeSource;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The registry client under its own names: it works, on the libraries of the class path, and brings none of its own. */
class RegistryClientPackagingTest {
    @Test
    void theMockClientWorks() throws Exception {
        try (SchemaRegistryClient client = new MockSchemaRegistryClient()) {
            int id = client.register("notes-value", new AvroSchema(Note.SCHEMA$));
            assertThat(client.getSchemaById(id).rawSchema()).isEqualTo(Note.SCHEMA$);
        }
    }

    @Test
    void theCachedClientWorks() throws Exception {
        try (FakeRegistry registry = new FakeRegistry(request -> new FakeRegistry.Answer(200, "{\"id\":3}"));
                SchemaRegistryClient client = new CachedSchemaRegistryClient(List.of(registry.url()), 10)) {
            assertThat(client.register("notes-value", new AvroSchema(Note.SCHEMA$)))
                    .isEqualTo(3);
            assertThat(registry.requests()).containsExactly("POST /subjects/notes-value/versions?normalize=false");
        }
    }

    @Test
    void theJarHoldsNothingButTheClient() throws Exception {
        CodeSource client = SchemaRegistryClient.class.getProtectionDomain().getCodeSource();
        assertThat(ImmutableList.class.getProtectionDomain().getCodeSource().getLocation())
                .isNotEqualTo(client.getLocation());
        try (JarFile jar = new JarFile(client.getLocation().getPath())) {
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(entry -> entry.getName()))
                    .allMatch(name -> name.startsWith("io/confluent/") || name.startsWith("META-INF/"));
        }
    }

    @Test
    void theSourceOfTheClassesIsNotOnTheClassPath() throws IOException {
        Enumeration<?> flink = getClass().getClassLoader().getResources("org/apache/flink/formats/avro");
        assertThat(flink.hasMoreElements()).isFalse();
        assertThatThrownBy(() -> Class.forName("org.apache.flink.formats.avro.AvroFormatOptions"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
