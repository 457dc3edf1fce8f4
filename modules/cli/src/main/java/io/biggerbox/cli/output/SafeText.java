package io.biggerbox.cli.output;

/** Text from customers on its way to a terminal. */
public final class SafeText {

    private SafeText() {}

    /** One line without control characters, so that no text can steer the terminal that shows it. */
    public static String oneLine(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean unsafe = Character.isISOControl(point)
                    || (type == Character.FORMAT && point != 0x200D)
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
            safe.appendCodePoint(unsafe ? ' ' : point);
        });
        return safe.toString().strip().replaceAll(" {2,}", " ");
    }

    /** {@link #oneLine} with at most {@code most} characters. */
    public static String oneLine(String text, int most) {
        String line = oneLine(text);
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }
}
