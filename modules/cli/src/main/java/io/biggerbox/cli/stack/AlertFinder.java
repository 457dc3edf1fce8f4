package io.biggerbox.cli.stack;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.service.TopicSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the alert that somebody means. */
public final class AlertFinder {

    private AlertFinder() {}

    /**
     * The alert with this id as it stands.
     *
     * @param id the alert's id, or the beginning of it if no other alert's id begins so
     * @throws CommandFailedException if there is no such alert, or more than one
     */
    public static ProcessChangeAlert byId(Connection stack, String id) {
        List<ProcessChangeAlert> found = find(stack, alert -> alert.getAlertId().startsWith(id));
        if (found.isEmpty()) {
            throw new CommandFailedException("there is no alert " + id + "; list them with: biggerbox alerts");
        }
        if (found.size() > 1) {
            throw new CommandFailedException(found.size() + " alerts begin with " + id + "; write the whole id");
        }
        return found.get(0);
    }

    /** The alert about a theme of a product, both joined by a slash, as it stands; empty if there is none. */
    public static Optional<ProcessChangeAlert> bySeries(Connection stack, String series) {
        return find(stack, alert -> (alert.getProduct() + "/" + alert.getTheme()).equals(series)).stream()
                .findFirst();
    }

    private static List<ProcessChangeAlert> find(Connection stack, Predicate<ProcessChangeAlert> wanted) {
        return new TopicSnapshot<>(stack.client(), stack.topics().alerts())
                .read().values().stream().filter(wanted).toList();
    }
}
