package io.biggerbox.testkit;

import io.biggerbox.events.topics.SerdeFactory;
import io.biggerbox.events.topics.Topics;
import io.biggerbox.events.wire.AvroSerde;
import io.biggerbox.events.wire.RegistryConnection;
import io.biggerbox.events.wire.WireSettings;
import io.biggerbox.text.FastReader;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** What tests of the stream start from: a small taxonomy, its reader, topics over a registry in this process. */
public final class Fixtures {

    /** The theme that most tests complain about; owned by {@link #LOGISTICS}. */
    public static final String BOX = "packaging.box-too-small";

    /** A second theme; owned by {@link #APP_TEAM}. */
    public static final String LOGIN = "app.login";

    /** Team of {@link #BOX}. */
    public static final String LOGISTICS = "logistics";

    /** Team of {@link #LOGIN}. */
    public static final String APP_TEAM = "app";

    /** A sentence that complains about {@link #BOX} and about nothing else. */
    public static final String BOX_COMPLAINT = "The box is too small, terrible.";

    /** A sentence that praises {@link #BOX}. */
    public static final String BOX_PRAISE = "I love the box, it is perfect.";

    /** A sentence that complains about {@link #LOGIN} and about nothing else. */
    public static final String LOGIN_COMPLAINT = "The log in is terrible.";

    /** The themes. */
    public static final Taxonomy TAXONOMY = new Taxonomy(
            "test",
            "test-1",
            List.of(
                    theme(BOX, "Box too small", LOGISTICS, "box"),
                    theme(LOGIN, "Cannot log in", APP_TEAM, "log in", "login")));

    /** A taxonomy of this version is one that {@link #reader} refuses. */
    public static final String REFUSED_VERSION = "refused";

    private static final ConcurrentMap<Taxonomy, TextReader> READERS = new ConcurrentHashMap<>();

    private Fixtures() {}

    /**
     * A theme that is found by its words alone.
     *
     * @param id its id
     * @param name what people call it
     * @param team who owns it
     * @param words words or word sequences that mark it
     */
    public static Theme theme(String id, String name, String team, String... words) {
        return new Theme(id, name, "", null, team, List.of(), List.of(words), List.of());
    }

    /** The reader of production for {@code taxonomy}; made once for each. */
    public static TextReader reader(Taxonomy taxonomy) {
        if (taxonomy.version().equals(REFUSED_VERSION)) {
            throw new IllegalArgumentException("a taxonomy that is refused");
        }
        return READERS.computeIfAbsent(taxonomy, FastReader::create);
    }

    /**
     * Topics of one partition.
     *
     * @param registry holds their schemas; use one of its own for each test. A request that fails is not
     *     repeated
     */
    public static Topics topics(SchemaRegistryClient registry) {
        RegistryConnection connection = RegistryConnection.using(
                registry, WireSettings.of("mock://testkit").withRetryBudget(Duration.ZERO));
        return new Topics(1, new SerdeFactory() {
            @Override
            public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
                return new AvroSerde<>(connection, type);
            }
        });
    }
}
