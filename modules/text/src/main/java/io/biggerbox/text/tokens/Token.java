package io.biggerbox.text.tokens;

/**
 * One token of a text.
 *
 * @param start first UTF-16 unit, inclusive
 * @param end last UTF-16 unit, exclusive
 * @param kind what it is made of
 * @param form as the lexicon spells it: lower case, straight apostrophes, stretched letters squeezed;
 *     cut after {@link Tokenizer#LONGEST_FORM} characters
 * @param stem {@code form} without inflection; negations all become {@code not}
 * @param id place of {@code form} in the reader's {@link Vocabulary}; {@link Vocabulary#NONE} when it is not known
 * @param shouted written in capitals, three letters or more
 * @param stretched a letter was repeated three times or more
 */
public record Token(
        int start, int end, TokenKind kind, String form, String stem, int id, boolean shouted, boolean stretched) {

    /** Whether this token is a word. */
    public boolean isWord() {
        return kind == TokenKind.WORD;
    }

    /** Whether this token is this sign or stop. */
    public boolean is(String sign) {
        return form.equals(sign);
    }
}
