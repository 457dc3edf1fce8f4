package io.biggerbox.devstack;

/** A broker and a schema registry on one data directory, in this JVM. */
public final class DevStack implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private DevStack(EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Starts both and waits until clients can use them.
     *
     * @throws PortInUseException if a port is taken; looked at first, before anything starts
     * @throws DataDirectoryInUseException if another stack works on the directory
     * @throws DevStackException if one of them does not start for another reason
     */
    public static DevStack start(DevStackSettings settings) {
        int registryPort = Ports.claim("schema registry", settings.registryPort());
        EmbeddedBroker broker = new EmbeddedBroker(settings.directory(), settings.brokerPort());
        broker.start();
        try {
            EmbeddedRegistry registry = new EmbeddedRegistry(broker.bootstrapServers(), registryPort);
            registry.start();
            return new DevStack(broker, registry);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** Where Kafka clients connect. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The registry's base address. */
    public String registryUrl() {
        return registry.url();
    }

    /** Stops both, the registry first. */
    @Override
    public void close() {
        try {
            registry.close();
        } finally {
            broker.close();
        }
    }
}
