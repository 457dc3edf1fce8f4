package io.biggerbox.events.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A clock that sleeping moves, and nothing else. */
final class ManualClock implements RetryClock {
    private final List<Duration> sleeps = new ArrayList<>();
    private long now;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        sleeps.add(duration);
        now += duration.toNanos();
    }

    List<Long> sleepsInMillis() {
        return sleeps.stream().map(Duration::toMillis).toList();
    }
}
