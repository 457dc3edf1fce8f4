package io.biggerbox.acceptance.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A clock that is wrong, for one process: libfaketime stands between it and the system's. */
final class SkewedClock {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"));

    private final Path library;

    private SkewedClock(Path library) {
        this.library = library;
    }

    /** Null where the library is not installed. */
    static @Nullable SkewedClock find() {
        return PLACES.stream()
                .filter(Files::exists)
                .findFirst()
                .map(SkewedClock::new)
                .orElse(null);
    }

    /** Environment of a process that lives so much ahead of the others, or behind. */
    Map<String, String> ahead(Duration skew) {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME",
                (skew.isNegative() ? "" : "+") + skew.toSeconds() + "s",
                // time still passes as it does
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // otherwise every wait with a deadline returns at once: on a full core the process looks slow, not
                // skewed
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }
}
