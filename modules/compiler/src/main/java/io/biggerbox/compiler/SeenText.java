package io.biggerbox.compiler;

import io.biggerbox.text.learned.ThemeFeatures;
import io.biggerbox.text.meaning.Meaning;
import io.biggerbox.text.sentiment.SentimentModel;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.SentenceSplitter;
import io.biggerbox.text.tokens.Stems;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.Tokenizer;
import io.biggerbox.text.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** A text as the fast model sees it: all its sentences together. */
final class SeenText {
    private final int[] hashes;
    private final float[] meaning;

    private SeenText(int[] hashes, float[] meaning) {
        this.hashes = hashes;
        this.meaning = meaning;
    }

    /** Reads texts as the reader does. */
    static List<SeenText> all(List<String> texts) {
        Vocabulary vocabulary = SentimentModel.shipped().vocabulary();
        Tokenizer tokenizer = new Tokenizer(vocabulary);
        Line line = new Line(new Stems(vocabulary));
        ThemeFeatures features = new ThemeFeatures();
        List<SeenText> seen = new ArrayList<>(texts.size());
        for (String text : texts) {
            List<Token> tokens = tokenizer.tokens(text);
            features.clear();
            for (List<Token> sentence : SentenceSplitter.split(text, tokens)) {
                line.lay(sentence);
                features.add(line);
            }
            int[] hashes = new int[features.count()];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = features.hash(i);
            }
            seen.add(new SeenText(hashes, Meaning.shipped().of(tokens)));
        }
        return seen;
    }

    int features() {
        return hashes.length;
    }

    int hash(int i) {
        return hashes[i];
    }

    /** One number of the meaning. */
    float meaning(int d) {
        return meaning[d];
    }

    int width() {
        return meaning.length;
    }
}
