package io.biggerbox.text.tokens;

/** What a token is made of. */
public enum TokenKind {
    /** Letters, with inner apostrophes and hyphens. */
    WORD,
    /** Digits, with inner points and commas. */
    NUMBER,
    /** One emoji, with its modifiers and joined parts. */
    EMOJI,
    /** A face typed in ASCII. */
    EMOTICON,
    /** A web address. */
    URL,
    /** An {@code @name}. */
    HANDLE,
    /** A redaction marker such as {@code [email]}. */
    MARKER,
    /** An HTML tag or entity. */
    MARKUP,
    /** A run of {@code . ! ? …}. */
    STOP,
    /** Any other sign, one code point each. */
    SIGN
}
