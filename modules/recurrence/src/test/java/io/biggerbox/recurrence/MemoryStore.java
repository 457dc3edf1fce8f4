package io.biggerbox.recurrence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A store in memory that hands out copies, so that every call really goes through the codecs. */
final class MemoryStore implements StateStore {

    private final TreeMap<String, byte[]> values = new TreeMap<>();

    @Override
    public byte @Nullable [] get(String key) {
        byte[] value = values.get(key);
        return value == null ? null : value.clone();
    }

    @Override
    public void put(String key, byte @Nullable [] value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value.clone());
        }
    }

    @Override
    public void scan(String prefix, BiConsumer<String, byte[]> action) {
        for (Map.Entry<String, byte[]> entry : values.tailMap(prefix, true).entrySet()) {
            if (!entry.getKey().startsWith(prefix)) {
                return;
            }
            action.accept(entry.getKey(), entry.getValue());
        }
    }

    /** Sizes of the values under {@code prefix}. */
    List<Integer> sizes(String prefix) {
        List<Integer> sizes = new ArrayList<>();
        scan(prefix, (key, value) -> sizes.add(value.length));
        return sizes;
    }
}
