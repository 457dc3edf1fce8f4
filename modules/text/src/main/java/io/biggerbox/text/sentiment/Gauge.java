package io.biggerbox.text.sentiment;

import io.biggerbox.text.Leaning;
import io.biggerbox.text.rules.WordPattern;
import io.biggerbox.text.rules.WordPatterns;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.SentenceSplitter;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up how one sentence after another feels, and any stretch of it. Confined to one thread. */
public final class Gauge {
    private final Gates gates;
    private final WordPatterns idioms;
    private final Faces faces;
    private @Nullable Leaning moved;
    private final int[] stems = new int[SentenceSplitter.LONGEST_SENTENCE];

    Gauge(Gates gates, WordPatterns idioms, Faces faces) {
        this.gates = gates;
        this.idioms = idioms;
        this.faces = faces;
    }

    /** What a sentence adds up to. */
    public Lean whole(Line line) {
        moved = null;
        gates.open(line);
        return part(line, Stretch.of(0, line.size()));
    }

    /** What a stretch adds up to of the sentence that was last given to {@link #whole}. */
    public Lean part(Line line, Stretch stretch) {
        Lean lean = gates.read(stretch, rules(line, stretch));
        return moved == null ? lean : lean.moved(moved);
    }

    /** Adds so much to every stretch of the sentence that was last given to {@link #whole}. */
    public void move(Leaning by) {
        moved = by;
    }

    /** Valence of the idioms, emoji and emoticons. */
    private double rules(Line line, Stretch stretch) {
        double valence = 0;
        for (int i = stretch.from(); line.hasFaces() && i < stretch.to(); i++) {
            Token token = line.token(i);
            boolean face = token.kind() == TokenKind.EMOJI || token.kind() == TokenKind.EMOTICON;
            valence += face && stretch.holds(i) ? faces.valence(token.form()) : 0;
        }
        if (!idioms.mayStartIn(line)) {
            return valence;
        }
        for (WordPattern.Match match : idiomsIn(line, stretch)) {
            valence += match.pattern().score();
        }
        return valence;
    }

    private List<WordPattern.Match> idiomsIn(Line line, Stretch stretch) {
        if (stretch.equals(Stretch.of(0, line.size()))) {
            return idioms.matches(line);
        }
        int words = 0;
        boolean starts = false;
        for (int w = 0; w < line.words(); w++) {
            int place = line.place(w);
            if (place >= stretch.from() && place < stretch.to() && stretch.holds(place)) {
                stems[words] = line.stems()[w];
                starts |= idioms.mayStartAt(line, w);
                words++;
            }
        }
        return starts ? idioms.matches(stems, words, line.held()) : List.of();
    }
}
