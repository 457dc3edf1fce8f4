package io.biggerbox.events.wire;

import java.time.Duration;

/** Time as retries see it; a test brings its own and does not wait. */
public interface RetryClock {
    /** A reading that only grows, in nanoseconds, comparable with earlier readings of the same clock. */
    long nanoTime();

    /**
     * Waits.
     *
     * @throws InterruptedException if the thread is asked to stop meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;

    /** The machine's clock. */
    static RetryClock system() {
        return new RetryClock() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration.toMillis());
            }
        };
    }
}
