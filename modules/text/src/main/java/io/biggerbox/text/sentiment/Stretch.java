package io.biggerbox.text.sentiment;

/**
 * Neighbouring tokens of a sentence, of which some in the middle may be left out. Places count from 0, ends are exclusive.
 *
 * @param from place of the first token
 * @param to place after the last token
 * @param holeFrom place of the first token left out
 * @param holeTo place after the last token left out; not above {@code holeFrom} if there is none
 */
public record Stretch(int from, int to, int holeFrom, int holeTo) {

    /** All tokens between two places. */
    public static Stretch of(int from, int to) {
        return new Stretch(from, to, to, to);
    }

    /** The same without some of its tokens, which may reach beyond it. */
    public Stretch without(int first, int end) {
        return new Stretch(from, to, first, end);
    }

    /** Whether the token at {@code place}, from {@code from} to {@code to}, is part of it. */
    boolean holds(int place) {
        return place < holeFrom || place >= holeTo;
    }
}
