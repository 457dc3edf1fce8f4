package io.biggerbox.text.learned;

import io.biggerbox.text.meaning.Meaning;

/** What the words of a sentence, or of several, add up to. Confined to one thread. */
public final class ThemeSums {
    final float[] logits;
    final float[] meaning;
    int features;

    ThemeSums(int labels, int width) {
        this.logits = new float[labels];
        this.meaning = new float[width];
    }

    /** Adds all that another sentence adds up to. */
    public void add(ThemeSums other) {
        for (int i = 0; i < logits.length; i++) {
            logits[i] += other.logits[i];
        }
        for (int i = 0; i < meaning.length; i++) {
            meaning[i] += other.meaning[i];
        }
        features += other.features;
    }

    float[] direction() {
        return Meaning.unit(meaning.clone());
    }
}
