package io.biggerbox.topologies.detect;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Has the words of erased customers taken out of all products of a task: any of them may quote a feedback, because an earlier
 * revision may have been about another product. A bounded number of products is looked at at once, so that an erasure among
 * hundreds of thousands of them holds nothing up; all feedback that waits is looked for in the same pass.
 */
final class Forgetting {

    /** A few hundredths of a second of work. */
    static final int PRODUCTS_AT_ONCE = 500;

    private static final byte[] WAITS = {};

    private final KeyValueStore<String, byte[]> waiting;
    private final KeyValueStore<String, ?> products;
    private final Consumer<Set<String>> forgetWaiting;
    private final BiConsumer<String, Set<String>> forget;

    /** Whether {@link #waiting} may hold something that no pass looks for. */
    private boolean isAsked = true;

    /** What the pass looks for that is under way; empty when none is. */
    private Set<String> ids = Set.of();

    /** The product to go on with; null at the beginning. */
    private @Nullable String next;

    /**
     * Goes on with what is in a store: a pass that was broken off begins again.
     *
     * @param waiting has a key for each feedback whose words are to be taken out
     * @param products has a key for each product of the task
     * @param forgetWaiting takes the words of such feedback out of what has not reached the products
     * @param forget takes the words of such feedback out of a product
     */
    Forgetting(
            KeyValueStore<String, byte[]> waiting,
            KeyValueStore<String, ?> products,
            Consumer<Set<String>> forgetWaiting,
            BiConsumer<String, Set<String>> forget) {
        this.waiting = waiting;
        this.products = products;
        this.forgetWaiting = forgetWaiting;
        this.forget = forget;
    }

    /** Asks for the words of a feedback to be taken out. */
    void ask(String feedbackId) {
        waiting.put(feedbackId, WAITS);
        isAsked = true;
    }

    /** Looks at some products if there is anything to look for; true when it did. */
    boolean goOn() {
        if (ids.isEmpty()) {
            if (!isAsked) {
                return false;
            }
            ids = all();
            isAsked = false;
            next = null;
            if (ids.isEmpty()) {
                return false;
            }
            forgetWaiting.accept(ids);
        }
        next = look();
        if (next == null) {
            ids.forEach(waiting::delete);
            ids = Set.of();
        }
        return true;
    }

    private Set<String> all() {
        Set<String> all = new TreeSet<>();
        try (KeyValueIterator<String, byte[]> entries = waiting.all()) {
            entries.forEachRemaining(entry -> all.add(entry.key));
        }
        return all;
    }

    /** The product that comes after those that were looked at, or null when they were the last. */
    private @Nullable String look() {
        Set<String> some = new TreeSet<>();
        @Nullable String after = null;
        try (KeyValueIterator<String, ?> entries = next == null ? products.all() : products.range(next, null)) {
            while (entries.hasNext()) {
                String product = entries.next().key;
                if (some.size() == PRODUCTS_AT_ONCE) {
                    after = product;
                    break;
                }
                some.add(product);
            }
        }
        some.forEach(product -> forget.accept(product, ids));
        return after;
    }
}
