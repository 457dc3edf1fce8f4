package io.biggerbox.cli.stack;

import io.biggerbox.devstack.DevStack;
import io.biggerbox.devstack.DevStackSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Options of commands that work while no application runs: on brokers that run by themselves, or on the data of a stack
 * of this machine, whose broker and registry are then started for as long as the command takes.
 */
public final class StoppedStack {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of `biggerbox up` on this machine, which must not be running: its broker and"
                    + " registry are started for as long as this takes. Without it, brokers are looked for at"
                    + " --bootstrap-servers.")
    private @Nullable Path data;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    /** Filled in by picocli. */
    public StoppedStack() {}

    /** The folder of the applications' stores on this machine; null when it is not known. */
    public @Nullable Path state() {
        return data == null ? null : data.resolve("state");
    }

    /** Brokers and registry, as long as it is open. */
    public Access open() {
        if (data == null) {
            return new Access(null, connection);
        }
        DevStack stack = DevStack.start(DevStackSettings.onFreePorts(data.resolve("stack")));
        return new Access(stack, ConnectionOptions.of(stack.bootstrapServers(), stack.registryUrl()));
    }

    /** A way to brokers and registry. */
    public static final class Access implements AutoCloseable {

        private final @Nullable DevStack own;
        private final ConnectionOptions options;

        private Access(@Nullable DevStack own, ConnectionOptions options) {
            this.own = own;
            this.options = options;
        }

        /** How to connect. */
        public ConnectionOptions options() {
            return options;
        }

        @Override
        public void close() {
            if (own != null) {
                own.close();
            }
        }
    }
}
