package io.biggerbox.text.tokens;

/** Faces typed in ASCII, eyes first: {@code :-)}, {@code ;D}, {@code :'(}, and the heart. */
final class Emoticons {
    private static final String EYES = ":;=";
    private static final String MOUTHS = ")(]D[/|\\pPoO*3><";

    private Emoticons() {}

    /** End of the emoticon that starts at {@code at}; {@code at} itself when there is none. */
    static int endOf(String text, int at) {
        char first = text.charAt(at);
        if (first == '<' && (text.startsWith("<3", at) || text.startsWith("</3", at))) {
            int end = at + (text.charAt(at + 1) == '/' ? 3 : 2);
            return endsThere(text, end) ? end : at;
        }
        if (EYES.indexOf(first) < 0) {
            return at;
        }
        int end = at + 1;
        if (end < text.length() && text.charAt(end) == '\'') {
            end++;
        }
        if (end < text.length() && (text.charAt(end) == '-' || text.charAt(end) == '^')) {
            end++;
        }
        if (end >= text.length() || MOUTHS.indexOf(text.charAt(end)) < 0) {
            return at;
        }
        char mouth = text.charAt(end);
        end++;
        while (end < text.length() && text.charAt(end) == mouth && (mouth == ')' || mouth == '(')) {
            end++;
        }
        return endsThere(text, end) ? end : at;
    }

    private static boolean endsThere(String text, int end) {
        return end >= text.length() || (!Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != '/');
    }
}
