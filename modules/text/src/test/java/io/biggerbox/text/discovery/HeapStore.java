package io.biggerbox.text.discovery;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** State on the heap. */
final class HeapStore implements DiscoveryStore {

    private final TreeMap<String, byte[]> entries = new TreeMap<>();

    @Override
    public byte @Nullable [] get(String key) {
        return entries.get(key);
    }

    @Override
    public void put(String key, byte @Nullable [] value) {
        if (value == null) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
    }

    @Override
    public void scan(String from, String to, Visitor visitor) {
        for (Map.Entry<String, byte[]> entry : entries.subMap(from, to).entrySet()) {
            if (!visitor.visit(entry.getKey(), entry.getValue())) {
                return;
            }
        }
    }

    long keys(String prefix) {
        return entries.keySet().stream().filter(key -> key.startsWith(prefix)).count();
    }
}
