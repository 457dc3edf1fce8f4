package io.biggerbox.cli.stack;

import io.biggerbox.events.Command;
import io.biggerbox.events.ProcessChangeAlert;
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
     * @throws io.biggerbox.cli.output.CommandFailedException if there is no such alert, or more than one
     */
    public static ProcessChangeAlert send(Connection stack, String id, Consumer<Command.Builder> fill) {
        ProcessChangeAlert alert = AlertFinder.byId(stack, id);
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
