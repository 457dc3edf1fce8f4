package io.biggerbox.cli;

import io.biggerbox.events.Correction;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A correction on one line. */
final class CorrectionLine {

    private CorrectionLine() {}

    /** Text and labels as corrected, as {@code taxonomy compile --corrections} takes them. */
    static String json(Correction correction) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", correction.getFeedbackId());
        line.put("text", correction.getRedactedText());
        line.put("themes", correction.getThemes());
        line.put("sentiment", sentiment(correction));
        return Json.line(line);
    }

    /** The labels for people. */
    static String labels(Correction correction) {
        return sentiment(correction)
                + (correction.getThemes().isEmpty() ? ", no theme" : ", " + String.join(", ", correction.getThemes()));
    }

    private static String sentiment(Correction correction) {
        return correction.getSentiment().name().toLowerCase(Locale.ROOT);
    }
}
