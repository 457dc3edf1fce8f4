package io.biggerbox.text;

/**
 * How soon a customer needs an answer, by what they say; not how angry they are.
 *
 * @param level how soon
 * @param score confidence from 0 to 1; 0 when the text says nothing about it
 * @param span the sentence, in the redacted text; empty when the text says nothing about it
 * @param evidence the rule or model that said so; empty when the text says nothing about it
 */
public record Urgency(UrgencyLevel level, double score, Span span, String evidence) {
    /** Of a text that says nothing about it, or was not read. */
    public static final Urgency NORMAL = new Urgency(UrgencyLevel.NORMAL, 0, new Span(0, 0), "");

    /** The one that counts for a text that says both: the higher level, then the surer one, then this one. */
    public Urgency or(Urgency other) {
        int levels = Integer.compare(rank(other.level), rank(level));
        return levels > 0 || (levels == 0 && other.score > score) ? other : this;
    }

    /** "No hurry" says more than nothing, and less than "at once". */
    private static int rank(UrgencyLevel level) {
        return switch (level) {
            case NORMAL -> 0;
            case LOW -> 1;
            case HIGH -> 2;
        };
    }
}
