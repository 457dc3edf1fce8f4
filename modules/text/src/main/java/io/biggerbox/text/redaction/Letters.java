package io.biggerbox.text.redaction;

/** Letters and digits. Nearly every character asked about is ASCII, for which two comparisons replace a look-up. */
final class Letters {
    private static final int ASCII = 128;

    /** The bit that makes a small letter of a capital. */
    private static final int SMALL = 0x20;

    private Letters() {}

    static boolean isLetter(char c) {
        if (c < ASCII) {
            int small = c | SMALL;
            return small >= 'a' && small <= 'z';
        }
        return Character.isLetter(c);
    }

    static boolean isLetterOrDigit(char c) {
        return c < ASCII ? isLetter(c) || (c >= '0' && c <= '9') : Character.isLetterOrDigit(c);
    }
}
