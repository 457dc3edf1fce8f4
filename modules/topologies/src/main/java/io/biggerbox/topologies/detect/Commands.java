package io.biggerbox.topologies.detect;

import io.biggerbox.events.Command;
import io.biggerbox.recurrence.AlertCommand;
import io.biggerbox.topologies.errors.InvalidRecordException;
import io.biggerbox.topologies.state.ProductMessage;
import io.biggerbox.topologies.stores.StateSerde;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands on their way to the engine. */
final class Commands {

    /** Source partition of messages that are commands. */
    static final int NO_SOURCE = -1;

    /** As for what customers say: beyond a day it is a wrong date, and would date the alert. */
    private static final Duration FUTURE_ALLOWED = Duration.ofDays(1);

    private static final String REMEDY = "send it again with the field filled in";
    private static final StateSerde<Command> SERDE = new StateSerde<>(Command.class);

    private Commands() {}

    /**
     * Checks a command and wraps it for the task that knows its product.
     *
     * @param arrival record timestamp
     * @param targets number of such tasks
     * @throws InvalidRecordException naming the first field at fault
     */
    static ProductMessage toMessage(@Nullable Command command, Instant arrival, int targets) {
        if (command == null) {
            throw new InvalidRecordException("value", "is missing", "send the whole command");
        }
        toEngine(command);
        if (command.getIssuedAt().isAfter(arrival.plus(FUTURE_ALLOWED))) {
            throw new InvalidRecordException(
                    "issued_at",
                    "is " + command.getIssuedAt() + ", later than its arrival at " + arrival,
                    "check the clock of the sender");
        }
        return ProductMessage.newBuilder()
                .setSourcePartition(NO_SOURCE)
                .setWatermark(Long.MIN_VALUE)
                .setIdle(false)
                .setArrival(Long.MIN_VALUE)
                .setTargetPartition(ProductPartitioner.partitionOf(command.getProduct(), targets))
                .setCells(List.of())
                .setCommand(ByteBuffer.wrap(SERDE.write(command)))
                .build();
    }

    /** The command in {@code message}. */
    static AlertCommand fromMessage(ByteBuffer message) {
        byte[] bytes = new byte[message.remaining()];
        message.duplicate().get(bytes);
        return toEngine(SERDE.read(bytes));
    }

    private static AlertCommand toEngine(Command command) {
        required("command_id", command.getCommandId());
        required("product", command.getProduct());
        required("theme", command.getTheme());
        String id = command.getCommandId();
        String product = command.getProduct();
        String theme = command.getTheme();
        Instant issued = command.getIssuedAt();
        String actor = command.getActor();
        String note = command.getNote();
        return switch (command.getKind()) {
            case ACKNOWLEDGE -> new AlertCommand.Acknowledge(id, product, theme, issued, actor, note);
            case DECLARE_CHANGE ->
                new AlertCommand.DeclareChange(
                        id,
                        product,
                        theme,
                        issued,
                        actor,
                        note,
                        required("effective_at", command.getEffectiveAt()),
                        target(command.getTargetDrop()));
            case MUTE ->
                new AlertCommand.Mute(id, product, theme, issued, actor, note, required("until", command.getUntil()));
            case UNMUTE -> new AlertCommand.Unmute(id, product, theme, issued, actor, note);
            case UNKNOWN ->
                throw new InvalidRecordException(
                        "kind", "is unknown to this version", "upgrade detect, or send a command that it knows");
        };
    }

    private static double target(@Nullable Double drop) {
        if (drop == null) {
            return AlertCommand.DeclareChange.USUAL_TARGET;
        }
        if (!(drop > 0 && drop <= 1)) {
            throw new InvalidRecordException(
                    "target_drop",
                    "is " + drop + ", which is no part of the complaints",
                    "send a number above 0 and at most 1, for instance 0.5 for half, or leave it out");
        }
        return drop;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidRecordException(field, "is missing", REMEDY);
        }
        if (value instanceof String text && (text.isBlank() || text.indexOf('\0') >= 0)) {
            throw new InvalidRecordException(field, "is empty or holds a NUL character", REMEDY);
        }
        return value;
    }
}
