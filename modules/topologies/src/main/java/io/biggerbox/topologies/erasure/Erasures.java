package io.biggerbox.topologies.erasure;

import io.biggerbox.events.Erasure;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All erasures, by the digest of the customer. Safe for use by many threads. */
public final class Erasures {

    private final Map<String, Erasure> byDigest = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** None yet. */
    public Erasures() {}

    /** Takes in a record of the topic. */
    public void put(String digest, @Nullable Erasure erasure) {
        if (erasure == null) {
            byDigest.remove(digest);
        } else {
            byDigest.put(digest, erasure);
        }
        changes.incrementAndGet();
    }

    /** How often they have changed; who looks often need not look closely. */
    public long changes() {
        return changes.get();
    }

    /** All of them, by digest. */
    public Map<String, Erasure> all() {
        return Map.copyOf(byDigest);
    }

    /**
     * Whether something is erased.
     *
     * @param customer whose it is
     * @param arrival when it arrived
     * @param saidAt when it was said; history that is imported after the erasure stays erased
     */
    public boolean cover(String customer, Instant arrival, Instant saidAt) {
        if (byDigest.isEmpty()) {
            return false;
        }
        Erasure erasure = byDigest.get(CustomerDigest.of(customer));
        return erasure != null && (!arrival.isAfter(erasure.getErasedAt()) || !saidAt.isAfter(erasure.getErasedAt()));
    }
}
