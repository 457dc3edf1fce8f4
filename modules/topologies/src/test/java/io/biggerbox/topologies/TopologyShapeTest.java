package io.biggerbox.topologies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.topics.SerdeFactory;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.events.wire.AvroSerde;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.events.wire.WireSettings;
import io.biggerbox.recurrence.DetectionSettings;
import io.biggerbox.recurrence.EventTimeRecurrenceEngine;
import io.biggerbox.recurrence.SettingsBook;
import io.biggerbox.text.FastReader;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Names of nodes, stores and internal topics are where state and offsets are found again: a change of
 * shape is a migration, never an accident.
 */
class TopologyShapeTest {

    private static final Path SHAPES = Path.of("src", "test", "resources", "shape");
    private static final Pattern GENERATED = Pattern.compile("[A-Z]+-[A-Z-]*\\d{10}");

    private static Topology topology(Application application) {
        RegistryConnection registry = RegistryConnection.connect(WireSettings.of("mock://shape"));
        Topics topics = new Topics(6, new SerdeFactory() {
            @Override
            public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
                return new AvroSerde<>(registry, type);
            }
        });
        TopologyFactory factory = new TopologyFactory(
                topics,
                TopologySettings.DEFAULTS.with(change -> change.teams(Set.of("logistics"))),
                new Taxonomy("test", "1", List.of()),
                FastReader::create,
                new EventTimeRecurrenceEngine(SettingsBook.of(DetectionSettings.DEFAULTS)));
        return factory.build(
                application,
                StreamsProperties.of(
                        application, topics.deadLetters().name(), Map.of("bootstrap.servers", "nowhere:9092")));
    }

    @ParameterizedTest
    @EnumSource(Application.class)
    void theShapeIsTheOneThatWasReleased(Application application) throws IOException {
        String name = application.name().toLowerCase(Locale.ROOT) + ".txt";
        String shape = topology(application)
                        .describe()
                        .toString()
                        .replaceAll("\\$\\$Lambda[^)]*", "")
                        .strip() + "\n";
        Path released = SHAPES.resolve(name);
        if (Boolean.getBoolean("update.shapes")) {
            Files.createDirectories(SHAPES);
            Files.writeString(released, shape);
        }
        assertThat(shape)
                .as(
                        "%s has another shape than %s says. Running installations find their state and offsets by these"
                                + " names. If the change is meant: say in CHANGELOG.md how they migrate, then run"
                                + " `mvn -pl modules/topologies test -Dtest=TopologyShapeTest -Dtest.jvm.args=-Dupdate.shapes=true`"
                                + " and commit the file",
                        application.id(), released)
                .isEqualTo(Files.readString(released, UTF_8));
    }

    @ParameterizedTest
    @EnumSource(Application.class)
    void nothingHasAGeneratedName(Application application) {
        Matcher generated = GENERATED.matcher(topology(application).describe().toString());
        Set<String> names = new TreeSet<>();
        while (generated.find()) {
            names.add(generated.group());
        }
        assertThat(names).isEmpty();
    }
}
