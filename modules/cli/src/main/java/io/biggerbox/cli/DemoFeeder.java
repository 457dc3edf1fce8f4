package io.biggerbox.cli;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.stack.Connection;
import io.biggerbox.cli.stack.SourceSender;
import io.biggerbox.demo.DemoCommand;
import io.biggerbox.demo.DemoEvent;
import io.biggerbox.events.Command;
import io.biggerbox.events.CommandKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends the half-year in the order of its arrival, and says what the teams said when their time has come. */
final class DemoFeeder implements AutoCloseable {

    private final Connection connection;
    private final List<DemoEvent> events;
    private final Deque<DemoCommand> commands;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final Thread thread = new Thread(this::run, "demo-feeder");

    DemoFeeder(Connection connection, List<DemoEvent> events, List<DemoCommand> commands) {
        this.connection = connection;
        this.events = events;
        this.commands = new ArrayDeque<>(commands);
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (SourceSender sender = new SourceSender(connection)) {
            for (DemoEvent event : events) {
                DemoCommand next = commands.peek();
                if (next != null && !next.issuedAt().isAfter(event.arrival())) {
                    sender.send(connection.topics().commands(), next.product(), command(commands.remove()));
                }
                sender.accept(event.event());
                sent.incrementAndGet();
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
            sender.flush();
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }

    private static Command command(DemoCommand said) {
        return Command.newBuilder()
                .setCommandId("demo:" + said.product() + "/" + said.theme() + "@" + said.effectiveAt())
                .setKind(CommandKind.DECLARE_CHANGE)
                .setProduct(said.product())
                .setTheme(said.theme())
                .setEffectiveAt(said.effectiveAt())
                .setIssuedAt(said.issuedAt())
                .setActor("demo")
                .setNote(said.note())
                .build();
    }

    /** Events sent so far. */
    long sent() {
        return sent.get();
    }

    /** True when everything is sent and acknowledged. */
    boolean finished() {
        RuntimeException error = failure.get();
        if (error != null) {
            throw new CommandFailedException("the feedback could not be sent: " + error.getMessage());
        }
        return !thread.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
