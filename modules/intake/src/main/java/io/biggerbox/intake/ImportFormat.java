package io.biggerbox.intake;

import java.util.Arrays;
import java.util.Optional;

/** The formats that can be imported, by the names used after {@code --as}. */
public enum ImportFormat {
    /** Any CSV file with a header, through a column map or with our own field names as column names. */
    CSV("csv", "any CSV with a header; needs a column map unless it uses our field names"),
    /** One JSON object a line, through a column map or with our own field names. */
    JSONL("jsonl", "JSON Lines; needs a column map unless it uses our field names"),
    /** The monthly reviews CSV of the Google Play Console. */
    GOOGLE_PLAY("google-play", "reviews CSV of the Google Play Console (UTF-16)"),
    /** Zendesk tickets with their comments. */
    ZENDESK("zendesk", "Zendesk tickets as JSON with inline comments"),
    /** Answers to a recommendation survey. */
    NPS("nps", "NPS survey CSV with scores from 0 to 10"),
    /** Complaints as published by the US Consumer Financial Protection Bureau. */
    CFPB("cfpb", "CFPB consumer complaints CSV");

    private final String cliName;
    private final String description;

    ImportFormat(String cliName, String description) {
        this.cliName = cliName;
        this.description = description;
    }

    /** The name to write after {@code --as}; also the default source name of the events. */
    public String cliName() {
        return cliName;
    }

    /** One line for the help. */
    public String description() {
        return description;
    }

    /** The format of that name, if there is one. */
    public static Optional<ImportFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.cliName.equals(name.strip()))
                .findFirst();
    }

    @Override
    public String toString() {
        return cliName;
    }
}
