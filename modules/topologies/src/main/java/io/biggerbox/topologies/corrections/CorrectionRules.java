package io.biggerbox.topologies.corrections;

import io.biggerbox.events.Correction;
import io.biggerbox.events.Polarity;
import io.biggerbox.events.SaidTheme;
import io.biggerbox.topologies.errors.InvalidRecordException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a correction must be like to be of use. */
final class CorrectionRules {

    private static final String REMEDY = "correct the label again with `biggerbox correct`";

    private CorrectionRules() {}

    /**
     * Looks at a correction.
     *
     * @param key key of its record
     * @throws InvalidRecordException if it cannot be put into force
     */
    static void check(@Nullable String key, Correction correction) {
        if (!correction.getFeedbackId().equals(key)) {
            throw new InvalidRecordException(
                    "key",
                    key == null ? "is missing" : "is " + key + ", feedback_id is " + correction.getFeedbackId(),
                    "write the correction with its feedback_id as the key");
        }
        String id = correction.getFeedbackId();
        require(!id.isBlank() && id.indexOf('\0') < 0, "feedback_id", "is empty or holds a NUL character");
        require(!correction.getActor().isBlank(), "actor", "is empty: a label must name who corrected it");
        require(
                correction.getSaidSentiment() != null
                        || !correction.getSaidThemes().isEmpty()
                        || !correction.getDeniedThemes().isEmpty(),
                "said_themes",
                "says nothing, and neither does any other field");
        require(correction.getSaidSentiment() != Polarity.UNKNOWN, "said_sentiment", "is no sentiment");
        Set<String> named = new HashSet<>();
        for (SaidTheme said : correction.getSaidThemes()) {
            require(said.getPolarity() != Polarity.UNKNOWN, "said_themes.polarity", "is no polarity");
            requireNew(named, said.getTheme(), "said_themes.theme");
        }
        for (String denied : correction.getDeniedThemes()) {
            requireNew(named, denied, "denied_themes");
        }
    }

    private static void requireNew(Set<String> named, String theme, String field) {
        require(!theme.isBlank() && theme.indexOf('\0') < 0, field, "is empty or holds a NUL character");
        require(named.add(theme), field, "names " + theme + " twice");
    }

    private static void require(boolean holds, String field, String problem) {
        if (!holds) {
            throw new InvalidRecordException(field, problem, REMEDY);
        }
    }
}
