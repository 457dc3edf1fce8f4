package io.biggerbox.topologies;

/** Where state stores keep their data. Changelog topics back both. */
public enum StoreKind {
    /** RocksDB under the state directory: production. */
    PERSISTENT,
    /** The heap: replays and tests. */
    IN_MEMORY
}
