package io.biggerbox.training.cascade;

import io.biggerbox.text.FastReader;
import io.biggerbox.text.Leaning;
import io.biggerbox.text.SecondOpinion;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Overhears what the fast reader would ask a second opinion about, and what it says itself. Confined to one thread. */
public final class FirstAnswers implements SecondOpinion {
    private final FastReader reader = FastReader.create(new Taxonomy("none", "0", List.of()), this);
    private @Nullable Leaning last;

    /** What the fast reader says of a whole text; null when it says nothing. */
    public @Nullable Leaning of(String text) {
        last = null;
        reader.read(text);
        return last;
    }

    @Override
    public boolean wanted(Leaning first) {
        return true;
    }

    @Override
    public Leaning of(String text, Leaning first) {
        last = first;
        return first;
    }

    @Override
    public String version() {
        return "none";
    }

    @Override
    public void close() {
        // holds nothing
    }
}
