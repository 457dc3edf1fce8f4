package io.biggerbox.events.wire;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One registry client for all serdes of a JVM. Thread-safe. What the registry has answered once is not asked again, so a
 * running pipeline outlives an outage of the registry as long as no new schema appears.
 */
public final class RegistryConnection implements AutoCloseable {
    /** Distinct schemas per subject that the client keeps. */
    private static final int CACHED_SCHEMAS = 1000;
    /** A burst of garbage must not become a burst of requests; short, since an id may be new and on its way. */
    private static final long UNKNOWN_ID_SECONDS = 10;

    private final SchemaRegistryClient client;
    private final WireSettings settings;
    private final Retries retries;

    private RegistryConnection(SchemaRegistryClient client, WireSettings settings, RetryClock clock) {
        this.client = client;
        this.settings = settings;
        this.retries = new Retries(settings.describeUrls(), settings.retryBudget(), clock);
    }

    /**
     * A connection with a client of its own. Sends nothing yet.
     *
     * @throws RuntimeException if the client refuses its settings, for instance a key store that cannot be read
     */
    public static RegistryConnection connect(WireSettings settings) {
        return using(newClient(settings), settings);
    }

    /** A connection over a client of the caller's, for instance one {@code MockSchemaRegistryClient} per test. */
    public static RegistryConnection using(SchemaRegistryClient client, WireSettings settings) {
        return using(client, settings, RetryClock.system());
    }

    /** As {@link #using(SchemaRegistryClient, WireSettings)}, with the time of the caller. */
    public static RegistryConnection using(SchemaRegistryClient client, WireSettings settings, RetryClock clock) {
        return new RegistryConnection(client, settings, clock);
    }

    /** The client itself, for administration: compatibility levels, listings. Its calls are not retried. */
    public SchemaRegistryClient client() {
        return client;
    }

    /** The settings that this connection was made with. */
    public WireSettings settings() {
        return settings;
    }

    /**
     * The id of a schema under a subject; registers it first where the settings allow that.
     *
     * @param subject for instance {@code voc.reviews-value}
     * @param schema registered as it is, so better a {@linkplain CleanSchema clean} one
     * @throws SchemaRefusedException if the registry does not accept or, without registering, does not hold the schema
     * @throws RegistryUnavailableException if it cannot be asked
     */
    public int idOf(String subject, Schema schema) {
        ParsedSchema parsed = new AvroSchema(schema);
        boolean register = settings.autoRegister();
        String what = (register ? "register the schema of " : "look up the schema of ") + subject;
        try {
            return retries.call(
                    what, () -> register ? client.register(subject, parsed) : client.getId(subject, parsed));
        } catch (RestClientException e) {
            String remedy = register
                    ? "; this program's schema and those registered before do not go together"
                    : "; register it first, or allow registering";
            throw new SchemaRefusedException(
                    "could not " + what + " (" + schema.getFullName() + "): " + e.getMessage() + remedy, e);
        }
    }

    /**
     * The schema behind an id.
     *
     * @throws BadRecordException if the registry does not know it, or it is no Avro schema: whoever wrote this id wrote garbage
     * @throws RegistryUnavailableException if it cannot be asked
     */
    public Schema schemaOf(int id) {
        ParsedSchema parsed;
        try {
            parsed = retries.call("fetch schema " + id, () -> fetch(id));
        } catch (RestClientException e) {
            throw new BadRecordException(
                    BadRecordException.Reason.UNKNOWN_SCHEMA, "the registry does not know schema id " + id, e);
        }
        if (parsed.rawSchema() instanceof Schema avro) {
            return avro;
        }
        throw notAvro(id, null);
    }

    private ParsedSchema fetch(int id) throws IOException, RestClientException {
        try {
            return client.getSchemaById(id);
        } catch (IOException e) {
            // How the client says that it has the schema but no parser for its kind (Protobuf, JSON), or that it does
            // not parse.
            String message = e.getMessage();
            if (message != null && message.startsWith("Invalid schema")) {
                throw notAvro(id, e);
            }
            throw e;
        }
    }

    private static BadRecordException notAvro(int id, @Nullable Throwable cause) {
        return new BadRecordException(
                BadRecordException.Reason.INCOMPATIBLE_SCHEMA, "schema id " + id + " is not an Avro schema", cause);
    }

    /** Ends the client. A serde over this connection keeps working only for schemas that it has met. */
    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new RegistryUnavailableException("the registry client did not close", e);
        }
    }

    private static SchemaRegistryClient newClient(WireSettings settings) {
        if (settings.isMock()) {
            return MockSchemaRegistry.getClientForScope(settings.mockScope());
        }
        Map<String, Object> config = new HashMap<>();
        config.put("schema.registry.http.connect.timeout.ms", millis(settings.connectTimeout()));
        config.put("schema.registry.http.read.timeout.ms", millis(settings.readTimeout()));
        config.put("missing.id.cache.ttl.sec", UNKNOWN_ID_SECONDS);
        settings.clientConfig().forEach((name, value) -> config.put(name, typed(name, value)));
        return new CachedSchemaRegistryClient(settings.urls(), CACHED_SCHEMAS, config);
    }

    /** The client takes most numbers as text too, but casts these. */
    private static Object typed(String name, String value) {
        if (name.startsWith("missing.") && name.endsWith(".ttl.sec")) {
            return Long.valueOf(value);
        }
        return name.equals("missing.cache.size") ? Integer.valueOf(value) : value;
    }

    private static String millis(Duration duration) {
        return Long.toString(Math.max(1, duration.toMillis()));
    }
}
