package io.biggerbox.service.lifecycle;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for Ctrl+C or SIGTERM, and keeps the process alive until what has to be stopped is stopped. */
public final class StopSignal implements AutoCloseable {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    private StopSignal() {}

    /** Listens from now on. Close it last of all. */
    public static StopSignal listen() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "stop"));
        return signal;
    }

    private void stop() {
        asked.countDown();
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether somebody has asked to stop. */
    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /**
     * Waits.
     *
     * @param live whether it makes sense to go on
     * @return true when somebody asked to stop, false when it no longer makes sense to go on
     */
    public boolean await(BooleanSupplier live) throws InterruptedException {
        while (!asked.await(1, TimeUnit.SECONDS)) {
            if (!live.getAsBoolean()) {
                return isAsked();
            }
        }
        return true;
    }

    /** Waits until somebody asks to stop. */
    public void await() throws InterruptedException {
        asked.await();
    }

    /** Lets the process end. */
    @Override
    public void close() {
        finished.countDown();
    }
}
