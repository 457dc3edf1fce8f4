package io.biggerbox.text;

/**
 * A stretch of the <em>redacted</em> text.
 *
 * @param start first UTF-16 code unit, inclusive, from 0
 * @param end last UTF-16 code unit, exclusive, at least {@code start}
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /** Number of UTF-16 code units covered. */
    public int length() {
        return end - start;
    }

    /** The stretch of {@code text} that this span covers. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
