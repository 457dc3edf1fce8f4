package io.biggerbox.cli.stack;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.events.ThemeCandidate;
import io.biggerbox.service.TopicSnapshot;
import java.util.Collection;
import java.util.List;

/** Finds theme candidates. */
public final class CandidateFinder {

    private CandidateFinder() {}

    /** All candidates as they stand, by id. */
    public static Collection<ThemeCandidate> all(Connection stack) {
        return new TopicSnapshot<>(stack.client(), stack.topics().themeCandidates())
                .read()
                .values();
    }

    /**
     * The candidate that somebody means.
     *
     * @param id its id, or the beginning of it if no other candidate's id begins so
     * @throws CommandFailedException if there is none, or more than one
     */
    public static ThemeCandidate byId(Connection stack, String id) {
        List<ThemeCandidate> found = all(stack).stream()
                .filter(candidate -> candidate.getCandidateId().startsWith(id))
                .toList();
        if (found.isEmpty()) {
            throw new CommandFailedException(
                    "there is no theme candidate " + id + "; list them with: biggerbox theme-candidates");
        }
        if (found.size() > 1) {
            throw new CommandFailedException(
                    found.size() + " theme candidates begin with " + id + "; write the whole id");
        }
        return found.get(0);
    }
}
