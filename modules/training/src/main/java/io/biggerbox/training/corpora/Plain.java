package io.biggerbox.training.corpora;

import java.util.regex.Pattern;

/** Undoes what collectors did to texts, and takes out what no reader should learn from. */
public final class Plain {
    private static final Pattern LINK = Pattern.compile("https?: ?//\\S+|www\\.\\S+");
    private static final Pattern HANDLE = Pattern.compile("@\\w+");
    private static final Pattern ANONYMISED = Pattern.compile("\\[(?:NAME|RELIGION)]|X{2,}(?:/X{2,})*|\\{\\$[\\d.,]+}");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LOOSE_SIGN = Pattern.compile(" +([,.;:!?%)])");
    private static final Pattern LOOSE_ENDING = Pattern.compile(" +(n't|'(?:s|m|re|ve|ll|d))\\b");

    private Plain() {}

    /** Without links, handles, number signs and markers of anonymisation; white space in one piece. */
    public static String text(String raw) {
        String text = LINK.matcher(raw).replaceAll(" ");
        text = HANDLE.matcher(text).replaceAll(" ");
        text = ANONYMISED.matcher(text).replaceAll(" ");
        return SPACE.matcher(text.replace('#', ' ')).replaceAll(" ").strip();
    }

    /** Puts together what was cut into words for a parser: {@code it 's fine , but} becomes {@code it's fine, but}. */
    public static String untokenised(String raw) {
        String text = raw.replace("``", "\"").replace("''", "\"").replace("`", "'");
        text = LOOSE_ENDING.matcher(text).replaceAll("$1");
        return LOOSE_SIGN.matcher(text).replaceAll("$1").replace("( ", "(");
    }
}
