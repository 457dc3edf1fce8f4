package io.biggerbox.recurrence;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the state of one product lives. The engine decides what is kept under which key; the
 * caller only stores bytes. Keys are printable ASCII or UTF-8 text local to the product.
 */
public interface StateStore {

    /** The value under {@code key}, or null. */
    byte @Nullable [] get(String key);

    /** Stores {@code value} under {@code key}; null removes the key. */
    void put(String key, byte @Nullable [] value);

    /**
     * Passes every key that starts with {@code prefix}, with its value, in ascending order of the key.
     * The action may not change the store.
     */
    void scan(String prefix, BiConsumer<String, byte[]> action);
}
