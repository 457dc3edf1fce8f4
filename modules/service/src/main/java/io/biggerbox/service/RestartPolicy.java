package io.biggerbox.service;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies: it is replaced after a pause that doubles with every death, so
 * that an outage of the registry or the brokers is waited out and hammers nobody. A thread that has lived
 * well starts the pauses anew. Errors of the machine itself end the process.
 *
 * <p>Safe for use by many stream threads at once.
 */
final class RestartPolicy implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RestartPolicy.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LIVED_WELL = Duration.ofMinutes(5);

    private final String application;
    private final LongSupplier millis;
    private final Pause pause;
    private Duration next = FIRST_PAUSE;
    private long lastDeath = Long.MIN_VALUE;
    private long restarts;

    /** Waits. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration duration) throws InterruptedException;
    }

    RestartPolicy(String application, LongSupplier millis, Pause pause) {
        this.application = application;
        this.millis = millis;
        this.pause = pause;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError || cause instanceof LinkageError) {
                LOG.error("{}: the process cannot go on", application, error);
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            }
        }
        Duration wait = nextPause();
        LOG.error("{}: a stream thread died and is replaced in {}", application, wait, error);
        try {
            pause.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Threads that died so far, and were replaced. */
    synchronized long restarts() {
        return restarts;
    }

    private synchronized Duration nextPause() {
        restarts++;
        long now = millis.getAsLong();
        if (lastDeath != Long.MIN_VALUE && now - lastDeath > LIVED_WELL.toMillis()) {
            next = FIRST_PAUSE;
        }
        lastDeath = now;
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return wait;
    }
}
