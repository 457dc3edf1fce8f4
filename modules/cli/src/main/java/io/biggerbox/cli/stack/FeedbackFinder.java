package io.biggerbox.cli.stack;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.events.Feedback;
import io.biggerbox.service.TopicReader;
import org.jspecify.annotations.Nullable;

/** Finds the feedback that somebody means. Reads the whole topic: it is kept by customer, not by id. */
public final class FeedbackFinder {

    private @Nullable Feedback newest;

    private FeedbackFinder() {}

    /**
     * The newest reading of the feedback with this id.
     *
     * @param id source and source id joined by a colon
     * @throws CommandFailedException if there is none
     */
    public static Feedback byId(Connection stack, String id) {
        FeedbackFinder finder = new FeedbackFinder();
        new TopicReader<>(stack.client(), stack.topics().feedback()).read(record -> finder.look(record.value(), id));
        Feedback found = finder.newest;
        if (found == null) {
            throw new CommandFailedException("there is no feedback " + id
                    + "; an id is source and source id joined by a colon, as feedback_id on voc.feedback");
        }
        return found;
    }

    private void look(@Nullable Feedback feedback, String id) {
        if (feedback != null
                && feedback.getFeedbackId().equals(id)
                && (newest == null || feedback.getRevision() >= newest.getRevision())) {
            newest = feedback;
        }
    }
}
