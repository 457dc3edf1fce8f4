package io.biggerbox.text.tokens;

/** The outline of an emoji: a pictograph with its skin tone, variation selector and joined parts. */
final class EmojiShape {
    private static final int JOINER = 0x200d;
    private static final int LONGEST = 40;

    private EmojiShape() {}

    static boolean starts(int codePoint) {
        return within(codePoint, 0x1f000, 0x1faff)
                || within(codePoint, 0x2600, 0x27bf)
                || within(codePoint, 0x2b00, 0x2bff)
                || codePoint == 0x2122
                || codePoint == 0x00a9
                || codePoint == 0x00ae;
    }

    private static boolean within(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }

    static int end(String text, int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        int limit = Math.min(text.length(), start + LONGEST);
        while (end < limit) {
            int codePoint = text.codePointAt(end);
            boolean modifier = within(codePoint, 0xfe00, 0xfe0f) || within(codePoint, 0x1f3fb, 0x1f3ff);
            if (modifier) {
                end += Character.charCount(codePoint);
            } else if (codePoint == JOINER && end + 1 < limit && starts(text.codePointAt(end + 1))) {
                end += 1 + Character.charCount(text.codePointAt(end + 1));
            } else {
                break;
            }
        }
        return end;
    }
}
