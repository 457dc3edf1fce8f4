package io.biggerbox.topologies.stores;

import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets a processor pass on, right before its task commits, what it has been holding on the heap: what the committed
 * offsets cover must not be lost with the heap, and what is passed on then needs no changelog of its own. Keeps no data;
 * it is a store because only stores are told.
 *
 * <p>The caches of Kafka Streams pass on in this way. It has no public name for it: {@code CachedStateStore} and what
 * sets the node are internal (checked against 4.3.1; {@code BeforeCommitTest} notices when they change).
 */
public final class BeforeCommit implements StateStore, CachedStateStore<Object, Object> {

    /** How their names end, by which they are told from stores that keep something. */
    private static final String SUFFIX = "-before-commit";

    private final String name;
    private @Nullable Runnable action;
    private boolean open;

    private BeforeCommit(String name) {
        this.name = name;
    }

    /**
     * Builds it for one processor.
     *
     * @param name its name among the stores; ends in {@value #SUFFIX}
     */
    public static StoreBuilder<BeforeCommit> named(String name) {
        if (!isNameOfOne(name)) {
            throw new IllegalArgumentException(name + " does not end in " + SUFFIX);
        }
        return new Builder(name);
    }

    /** Whether a store of this name is one of these, and so keeps nothing and has no changelog. */
    public static boolean isNameOfOne(String store) {
        return store.endsWith(SUFFIX);
    }

    /**
     * Has {@code passOn} run before each commit, and whenever the task is given up. It may forward, and use stores.
     *
     * @param context that of the processor, which is being initialised
     * @param passOn forwards what is held
     * @param written stores with a cache that it writes to: their caches may have been flushed before it ran, and are once more
     */
    public void run(ProcessorContext<?, ?> context, Runnable passOn, KeyValueStore<?, ?>... written) {
        InternalProcessorContext<?, ?> inside = (InternalProcessorContext<?, ?>) context;
        ProcessorNode<?, ?, ?, ?> node = inside.currentNode();
        action = () -> {
            ProcessorNode<?, ?, ?, ?> before = inside.currentNode();
            inside.setCurrentNode(node);
            // As for a punctuation: what is passed on comes from no record in particular.
            inside.setRecordContext(
                    new ProcessorRecordContext(inside.currentSystemTimeMs(), -1, -1, null, new RecordHeaders()));
            try {
                passOn.run();
                for (KeyValueStore<?, ?> store : written) {
                    ((CachedStateStore<?, ?>) store).flushCache();
                }
            } finally {
                inside.setCurrentNode(before);
            }
        };
    }

    @Override
    public void flushCache() {
        if (action != null) {
            action.run();
        }
    }

    @Override
    public void clearCache() {
        // what the processor holds is its own business
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void close() {
        open = false;
        action = null;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** There is nothing to cache and nothing to log. */
    private record Builder(String name) implements StoreBuilder<BeforeCommit> {

        @Override
        public StoreBuilder<BeforeCommit> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("there is nothing to log");
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingDisabled() {
            return this;
        }

        @Override
        public BeforeCommit build() {
            return new BeforeCommit(name);
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
