package io.biggerbox.acceptance.faults;

import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.SourceSender;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** Writes the load in a thread of its own, never further ahead of the applications than it was told. */
final class LoadWriter implements AutoCloseable {

    private final Load load;
    private final SourceSender sender;
    private final Watch watch;
    private final int lead;
    private final CompletableFuture<Void> done;
    private volatile int written;
    private volatile int allowed;
    private volatile boolean closed;

    /**
     * Begins to write.
     *
     * @param lead how many records may wait to be read
     */
    LoadWriter(Load load, Connection connection, Watch watch, int lead) {
        this.load = load;
        this.watch = watch;
        this.lead = lead;
        sender = new SourceSender(connection);
        done = CompletableFuture.runAsync(this::write, Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "load");
            thread.setDaemon(true);
            return thread;
        }));
    }

    private void write() {
        try {
            for (int i = 0; i < load.size() && !closed; i++) {
                if (i % (lead / 2) == 0) {
                    sender.flush();
                    awaitRoom(i);
                }
                sender.accept(load.event(i));
                written = i + 1;
            }
            load.tail().forEach(sender::accept);
            sender.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    /** After a look that knows of everything written, there is room when little enough waits to be read. */
    private void awaitRoom(int next) throws InterruptedException {
        long look = watch.looks();
        while (!closed && (next >= allowed || watch.looks() < look + 2 || watch.sourcesBehind() > lead)) {
            watch.awaitLook();
        }
    }

    /** Lets it write so many records in all. */
    void allow(int records) {
        allowed = Math.max(allowed, records);
    }

    /** Records written so far. */
    int written() {
        return written;
    }

    /** Waits until everything is acknowledged. */
    void awaitEnd() {
        allow(Integer.MAX_VALUE);
        done.join();
    }

    /** Fails when the writing has failed. */
    void check() {
        if (done.isCompletedExceptionally()) {
            done.join();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            done.join();
        } finally {
            sender.close();
        }
    }
}
