package io.biggerbox.topologies.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Stable 64-bit hashes of customer ids, for counting distinct ones. */
public final class CustomerHash {

    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private CustomerHash() {}

    /** FNV-1a (Fowler, Noll, Vo), then the finaliser of SplitMix64 (Steele et al. 2014) to spread the bits. */
    public static long of(String customer) {
        long hash = OFFSET_BASIS;
        for (byte b : customer.getBytes(UTF_8)) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
