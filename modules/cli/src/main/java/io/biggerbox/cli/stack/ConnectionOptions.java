package io.biggerbox.cli.stack;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.devstack.DevStackSettings;
import io.biggerbox.events.wire.WireSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that talks to a running stack. */
public final class ConnectionOptions {

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:BIGGERBOX_BOOTSTRAP_SERVERS:-127.0.0.1:" + DevStackSettings.BROKER_PORT + "}",
            description = "Kafka brokers. Default: ${DEFAULT-VALUE}")
    private String bootstrapServers = "";

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "${env:BIGGERBOX_REGISTRY:-http://127.0.0.1:" + DevStackSettings.REGISTRY_PORT + "}",
            description = "Schema registry. Default: ${DEFAULT-VALUE}")
    private String registry = "";

    @Option(
            names = "--client-config",
            paramLabel = "FILE",
            description = "Properties file with further Kafka client settings (security.protocol, sasl.*, ssl.*)."
                    + " Names that begin with registry. go to the registry client without that prefix.")
    private @Nullable Path clientConfig;

    /** Filled in by picocli. */
    public ConnectionOptions() {}

    /** Options that name a stack without a command line. */
    static ConnectionOptions of(String bootstrapServers, String registry) {
        ConnectionOptions options = new ConnectionOptions();
        options.bootstrapServers = bootstrapServers;
        options.registry = registry;
        return options;
    }

    /** The brokers. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** The registry, with time-outs and retries as usual. */
    public WireSettings wire() {
        Map<String, String> own = new HashMap<>();
        load().forEach((name, value) -> {
            if (name.startsWith("registry.")) {
                own.put(name.substring("registry.".length()), value);
            }
        });
        return WireSettings.of(registry).withClientConfig(own);
    }

    /** Further Kafka settings from the file. */
    public Map<String, String> kafka() {
        Map<String, String> own = load();
        own.keySet().removeIf(name -> name.startsWith("registry."));
        return own;
    }

    /** Everything that a Kafka client needs to connect. */
    public Map<String, Object> client() {
        Map<String, Object> all = new HashMap<>(kafka());
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return all;
    }

    private Map<String, String> load() {
        Map<String, String> loaded = new HashMap<>();
        if (clientConfig != null) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(clientConfig)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new CommandFailedException(clientConfig + " cannot be read: " + e.getMessage());
            }
            properties.stringPropertyNames().forEach(name -> loaded.put(name, properties.getProperty(name)));
        }
        return loaded;
    }
}
