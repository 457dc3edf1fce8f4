package io.biggerbox.topologies.stores;

import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The memory that all stores of a process share outside the heap. By default each store of each partition has its own, and
 * the indexes of its files beside it: what a process takes would grow with its partitions and with all that it has ever stored.
 */
public final class RocksDbMemory implements AutoCloseable {

    /** Under this name it is handed to {@link BoundedRocksDb}, as an object. */
    public static final String CONFIG = "biggerbox.rocksdb.memory";

    /** What is kept in memory of all files: blocks, indexes, filters; and what has not been written to a file yet. */
    static final long ALL = 256L << 20;

    /** That part of it which has not been written to a file yet; beyond it the largest is written. */
    private static final long UNWRITTEN = 96L << 20;

    private final Cache cache;
    private final WriteBufferManager buffers;

    /** Takes hold of the memory, bit by bit as it is needed. */
    public RocksDbMemory() {
        RocksDB.loadLibrary();
        cache = new LRUCache(ALL);
        buffers = new WriteBufferManager(UNWRITTEN, cache);
    }

    Cache cache() {
        return cache;
    }

    WriteBufferManager buffers() {
        return buffers;
    }

    /** Gives it back; the stores must have been closed. */
    @Override
    public void close() {
        buffers.close();
        cache.close();
    }
}
