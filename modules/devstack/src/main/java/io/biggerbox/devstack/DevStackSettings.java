package io.biggerbox.devstack;

import java.nio.file.Path;

/**
 * Where a stack lives.
 *
 * @param directory data of broker and registry, made if missing; one stack at a time
 * @param brokerPort Kafka's port on 127.0.0.1, or 0 for a free one
 * @param registryPort the registry's port on 127.0.0.1, or 0 for a free one
 */
public record DevStackSettings(Path directory, int brokerPort, int registryPort) {
    /** The port that Kafka clients try by habit. */
    public static final int BROKER_PORT = 9092;
    /** The port that registry clients try by habit. */
    public static final int REGISTRY_PORT = 8081;

    public DevStackSettings {
        Ports.requirePort("brokerPort", brokerPort);
        Ports.requirePort("registryPort", registryPort);
    }

    /** The usual ports, 9092 and 8081. */
    public static DevStackSettings usual(Path directory) {
        return new DevStackSettings(directory, BROKER_PORT, REGISTRY_PORT);
    }

    /** Free ports, for tests. */
    public static DevStackSettings onFreePorts(Path directory) {
        return new DevStackSettings(directory, 0, 0);
    }
}
