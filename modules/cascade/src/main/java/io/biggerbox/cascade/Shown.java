package io.biggerbox.cascade;

import java.util.regex.Pattern;

/** What the sentence model is shown of a redacted text: what it learned from had no links, handles or markers either. */
final class Shown {
    /** The sentence model sees 96 pieces, hardly ever more than these characters; so its time is bounded. */
    private static final int LONGEST = 1000;

    private static final Pattern LEFT_OUT =
            Pattern.compile("https?: ?//\\S+|www\\.\\S+|@\\w+|\\[(?:[a-z]{1,20}(?: [a-z]{1,20})?)]|#");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Shown() {}

    /** The text without them, white space in one piece; may be empty. */
    static String of(String redacted) {
        String start = redacted.length() > LONGEST ? redacted.substring(0, LONGEST) : redacted;
        return SPACE.matcher(LEFT_OUT.matcher(start).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }
}
