package io.biggerbox.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Milliseconds to instants where there may be none. */
final class Times {
    private Times() {}

    static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
