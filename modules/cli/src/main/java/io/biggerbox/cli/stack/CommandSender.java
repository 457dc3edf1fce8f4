package io.biggerbox.cli.stack;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.events.Command;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.service.TopicSnapshot;
import java.util.List;
import java.util.function.Consumer;

/** Says something about an alert. */
public final class CommandSender {

    private CommandSender() {}

    /**
     * Sends a command about the alert with this id.
     *
     * @param id the alert's id, or the beginning of it if no other alert's id begins so
     * @param fill fills in what is asked for; alert, product and theme are filled in already
     * @return the alert as it stood
     * @throws CommandFailedException if there is no such alert, or more than one
     */
    public static ProcessChangeAlert send(Connection stack, String id, Consumer<Command.Builder> fill) {
        List<ProcessChangeAlert> found = new TopicSnapshot<>(
                        stack.client(), stack.topics().alerts())
                .read().values().stream()
                        .filter(alert -> alert.getAlertId().startsWith(id))
                        .toList();
        if (found.isEmpty()) {
            throw new CommandFailedException("there is no alert " + id + "; list them with: biggerbox alerts");
        }
        if (found.size() > 1) {
            throw new CommandFailedException(found.size() + " alerts begin with " + id + "; write the whole id");
        }
        ProcessChangeAlert alert = found.get(0);
        Command.Builder command = Command.newBuilder()
                .setAlertId(alert.getAlertId())
                .setProduct(alert.getProduct())
                .setTheme(alert.getTheme());
        fill.accept(command);
        try (SourceSender sender = new SourceSender(stack)) {
            sender.send(stack.topics().commands(), alert.getProduct(), command.build());
            sender.flush();
        }
        return alert;
    }
}
