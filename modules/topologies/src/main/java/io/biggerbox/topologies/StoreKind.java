package io.biggerbox.topologies;

/** Where state stores keep their data. */
public enum StoreKind {
    /** RocksDB under the state directory, backed by changelog topics: production. */
    DURABLE,
    /** The heap, backed by nothing: replays and tests, which end with their process. */
    EPHEMERAL
}
