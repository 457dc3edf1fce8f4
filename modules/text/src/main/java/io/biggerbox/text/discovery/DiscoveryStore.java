package io.biggerbox.text.discovery;

import org.jspecify.annotations.Nullable;

/** Where discovery keeps what it knows. Keys are ASCII but for the ids in them. */
public interface DiscoveryStore {

    /** The value of a key, or null. */
    byte @Nullable [] get(String key);

    /** Keeps a value; null removes it. */
    void put(String key, byte @Nullable [] value);

    /**
     * Shows entries in the order of their keys, until there are none or the visitor has seen enough. The visitor must not
     * change the store.
     *
     * @param from first key, inclusive
     * @param to last key, exclusive
     */
    void scan(String from, String to, Visitor visitor);

    /** Looks at entries. */
    interface Visitor {

        /** Takes an entry; false when it has seen enough. */
        boolean visit(String key, byte[] value);
    }
}
