package io.biggerbox.cli.evaluate;

import io.biggerbox.text.redaction.Found;
import io.biggerbox.text.redaction.PersonalData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was marked and what was hidden, in characters. A marked character counts as hidden whatever the marker says; a
 * hidden character is right only under the marker of its own kind.
 *
 * @param texts what was read
 */
public record HiddenCharacters(List<PrivateText> texts) {

    public HiddenCharacters {
        texts = List.copyOf(texts);
    }

    /**
     * A mistake.
     *
     * @param text where
     * @param span what was marked and not hidden, or hidden and not marked
     */
    public record Slip(PrivateText text, Found span) {
        /** The words themselves. */
        public String words() {
            return text.text().substring(span.start(), span.end());
        }
    }

    /** The kinds that somebody marked or the redactor hid, in their order. */
    public List<PersonalData> kinds() {
        Set<PersonalData> kinds = EnumSet.noneOf(PersonalData.class);
        for (PrivateText text : texts) {
            text.marked().forEach(span -> kinds.add(span.kind()));
            text.hidden().forEach(span -> kinds.add(span.kind()));
        }
        return List.copyOf(kinds);
    }

    /** Stretches marked as one of these kinds. */
    public long spans(Set<PersonalData> kinds) {
        return marked(kinds).count();
    }

    /** Characters marked as one of these kinds. */
    public long markedCharacters(Set<PersonalData> kinds) {
        return marked(kinds).mapToLong(slip -> length(slip.span())).sum();
    }

    /** Characters hidden as one of these kinds. */
    public long hiddenCharacters(Set<PersonalData> kinds) {
        return hidden(kinds).mapToLong(slip -> length(slip.span())).sum();
    }

    /** Of the characters marked as these kinds, the share that is hidden, 0 to 1; 1 when there are none. */
    public double recall(Set<PersonalData> kinds) {
        long covered = marked(kinds)
                .mapToLong(slip -> overlap(slip.span(), slip.text().hidden(), kind -> true))
                .sum();
        return share(covered, markedCharacters(kinds));
    }

    /** Of the characters hidden as these kinds, the share that was marked as the same, 0 to 1; 1 when there are none. */
    public double precision(Set<PersonalData> kinds) {
        long right = hidden(kinds)
                .mapToLong(slip ->
                        overlap(slip.span(), slip.text().marked(), slip.span().kind()::equals))
                .sum();
        return share(right, hiddenCharacters(kinds));
    }

    /** Marked stretches of which something can still be read, the longest rest first. */
    public List<Slip> missed(int most) {
        return longest(
                marked(EnumSet.allOf(PersonalData.class)),
                slip -> length(slip.span()) - overlap(slip.span(), slip.text().hidden(), kind -> true),
                most);
    }

    /** Hidden stretches that are not, or not wholly, what their marker says, the longest first. */
    public List<Slip> wronglyHidden(int most) {
        return longest(
                hidden(EnumSet.allOf(PersonalData.class)),
                slip -> length(slip.span())
                        - overlap(slip.span(), slip.text().marked(), slip.span().kind()::equals),
                most);
    }

    private interface Measure {
        long of(Slip slip);
    }

    private static List<Slip> longest(Stream<Slip> slips, Measure characters, int most) {
        return slips.filter(slip -> characters.of(slip) > 0)
                .sorted(Comparator.comparingLong(characters::of).reversed())
                .limit(most)
                .toList();
    }

    private Stream<Slip> marked(Set<PersonalData> kinds) {
        return slips(kinds, PrivateText::marked);
    }

    private Stream<Slip> hidden(Set<PersonalData> kinds) {
        return slips(kinds, PrivateText::hidden);
    }

    private interface Side {
        Collection<Found> of(PrivateText text);
    }

    private Stream<Slip> slips(Set<PersonalData> kinds, Side side) {
        List<Slip> slips = new ArrayList<>();
        for (PrivateText text : texts) {
            for (Found span : side.of(text)) {
                if (kinds.contains(span.kind())) {
                    slips.add(new Slip(text, span));
                }
            }
        }
        return slips.stream();
    }

    private static long overlap(Found span, List<Found> others, Predicate<PersonalData> kinds) {
        long characters = 0;
        for (Found other : others) {
            if (kinds.test(other.kind())) {
                int shared = Math.min(span.end(), other.end()) - Math.max(span.start(), other.start());
                characters += Math.max(0, shared);
            }
        }
        return characters;
    }

    private static long length(Found span) {
        return (long) span.end() - span.start();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }
}
