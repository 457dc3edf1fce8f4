package io.biggerbox.text.redaction;

/**
 * A capitalised word and what it may be.
 *
 * @param start first UTF-16 unit
 * @param end after the last; a possessive ending is not part of it
 * @param about what the {@link NameBook} knows
 * @param shape how it is written
 */
record NameWord(int start, int end, int about, Shape shape) {
    private static final int LONGEST = 26;

    /** How a capitalised word is written. */
    enum Shape {
        /** As names are: Anna, McGee, O'Neil, Anna-Lena. */
        TITLED,
        /** One letter. */
        INITIAL,
        /** ANNA. */
        CAPITALS,
        /** With digits, or capitals where names have none. */
        ODD
    }

    /** The word that starts with the capital at {@code start}. */
    static NameWord at(String text, int start, NameBook book) {
        int end = start;
        while (end < text.length() && end - start <= LONGEST && isPart(text.charAt(end))) {
            end++;
        }
        boolean whole = end - start <= LONGEST;
        end = withoutEnding(text, start, end);
        Shape shape = whole ? shape(text, start, end) : Shape.ODD;
        int about = shape == Shape.TITLED || shape == Shape.CAPITALS ? about(text, start, end, book) : 0;
        return new NameWord(start, end, about, shape);
    }

    /** What is known of a word, or of the first part of a double name. */
    private static int about(String text, int start, int end, NameBook book) {
        int about = book.about(text, start, end);
        int hyphen = about == 0 ? hyphen(text, start, end) : -1;
        if (hyphen > start) {
            return book.about(text, start, hyphen) & book.about(text, hyphen + 1, end);
        }
        return about != 0 ? about : inflected(text, start, end, book);
    }

    private static int hyphen(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '-') {
                return i;
            }
        }
        return -1;
    }

    /** Ordinary words are known by their root, too: most that a capital begins are words that begin a sentence. */
    private static int inflected(String text, int start, int end, NameBook book) {
        for (int cut = 1; cut <= 3 && end - cut - start >= 3; cut++) {
            boolean ending =
                    switch (cut) {
                        case 1 -> text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'd';
                        case 2 ->
                            text.startsWith("es", end - 2)
                                    || text.startsWith("ed", end - 2)
                                    || text.startsWith("ly", end - 2)
                                    || text.startsWith("er", end - 2);
                        default -> text.startsWith("ing", end - 3);
                    };
            if (ending && (book.about(text, start, end - cut) & NameBook.WORD) != 0) {
                return NameBook.WORD;
            }
        }
        return 0;
    }

    private static Shape shape(String text, int start, int end) {
        int letters = 0;
        int capitals = 0;
        boolean inner = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                return Shape.ODD;
            }
            if (Letters.isLetter(c)) {
                letters++;
                if (isCapital(c)) {
                    capitals++;
                    inner |= i > start && Letters.isLetter(text.charAt(i - 1)) && !afterMac(text, start, i);
                }
            }
        }
        if (letters == 1) {
            return end - start == 1 ? Shape.INITIAL : Shape.ODD;
        }
        if (capitals == letters) {
            return Shape.CAPITALS;
        }
        return inner ? Shape.ODD : Shape.TITLED;
    }

    private static boolean afterMac(String text, int start, int i) {
        return (i - start == 2
                        && (text.startsWith("Mc", start)
                                || text.startsWith("De", start)
                                || text.startsWith("Di", start)))
                || (i - start == 3 && text.startsWith("Mac", start));
    }

    private static int withoutEnding(String text, int start, int end) {
        int cut = end;
        if (cut - start > 2 && text.charAt(cut - 1) == 's' && isApostrophe(text.charAt(cut - 2))) {
            cut -= 2;
        }
        while (cut > start + 1 && !Letters.isLetterOrDigit(text.charAt(cut - 1))) {
            cut--;
        }
        return cut;
    }

    /** Whether something about it says that it is a name of other things, or an ordinary word. */
    boolean isOther() {
        return (about & (NameBook.WORD | NameBook.PROPER)) != 0;
    }

    boolean isProper() {
        return (about & NameBook.PROPER) != 0;
    }

    boolean isFirst() {
        return (about & NameBook.FIRST) != 0;
    }

    boolean isSurname() {
        return (about & NameBook.SURNAME) != 0;
    }

    /** Whether it may be part of a name at all. */
    boolean maybeName() {
        return (shape == Shape.TITLED || shape == Shape.CAPITALS) && (!isOther() || isFirst() || isSurname());
    }

    /** Whether a letter is none of the English alphabet. */
    boolean isForeign(String text) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) > 127 && Letters.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isCapital(char c) {
        return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c) && Letters.isLetter(c);
    }

    static boolean isPart(char c) {
        return Letters.isLetterOrDigit(c)
                || c == '-'
                || isApostrophe(c)
                || (c > 127 && Character.getType(c) == Character.NON_SPACING_MARK);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }
}
