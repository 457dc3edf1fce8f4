package io.biggerbox.benchmarks;

import io.biggerbox.recurrence.StateStore;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The state of one product in two small sorted arrays, so that 100,000 products fit into a few gigabytes. Keys
 * are shared among products; values are handed out as they are, as a cache in front of RocksDB does.
 */
final class CompactStore implements StateStore {

    private static final int NONE = 0;

    /** One instance of each key; the same for all stores of a benchmark. */
    private final Map<String, String> names;

    private String[] keys = new String[NONE];
    private byte[][] values = new byte[NONE][];
    private int size;

    CompactStore(Map<String, String> names) {
        this.names = names;
    }

    /** A store of another product with the same content, of which it owns every byte. */
    CompactStore copy() {
        CompactStore copy = new CompactStore(names);
        copy.keys = keys.clone();
        copy.values = values.clone();
        copy.size = size;
        for (int i = 0; i < size; i++) {
            copy.values[i] = values[i].clone();
        }
        return copy;
    }

    @Override
    public byte @Nullable [] get(String key) {
        int at = find(key);
        return at < 0 ? null : values[at];
    }

    @Override
    public void put(String key, byte @Nullable [] value) {
        int at = find(key);
        if (value == null) {
            if (at >= 0) {
                size--;
                System.arraycopy(keys, at + 1, keys, at, size - at);
                System.arraycopy(values, at + 1, values, at, size - at);
                values[size] = new byte[NONE];
            }
        } else if (at >= 0) {
            values[at] = value;
        } else {
            insert(-at - 1, key, value);
        }
    }

    private void insert(int at, String key, byte[] value) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + 4);
            values = Arrays.copyOf(values, size + 4);
        }
        System.arraycopy(keys, at, keys, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        keys[at] = names.computeIfAbsent(key, name -> name);
        values[at] = value;
        size++;
    }

    @Override
    public void scan(String prefix, BiConsumer<String, byte[]> action) {
        int at = find(prefix);
        for (int i = at < 0 ? -at - 1 : at; i < size && keys[i].startsWith(prefix); i++) {
            action.accept(keys[i], values[i]);
        }
    }

    private int find(String key) {
        return Arrays.binarySearch(keys, 0, size, key);
    }
}
