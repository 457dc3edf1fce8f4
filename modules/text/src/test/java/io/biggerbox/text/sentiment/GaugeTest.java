package io.biggerbox.text.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.text.rules.RuleFiles;
import io.biggerbox.text.rules.WordPatterns;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Stems;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GaugeTest {
    private static final SentimentModel MODEL = SentimentModel.shipped();
    private static final Tokenizer TOKENIZER = new Tokenizer(MODEL.vocabulary());
    private static final Stems STEMS = new Stems(MODEL.vocabulary());
    private static final SentimentScorer SCORER = new SentimentScorer(
            MODEL, WordPatterns.of(RuleFiles.lines("idioms.tsv"), STEMS), Faces.of(RuleFiles.lines("faces.tsv")));

    /** Used by all tries: what it read before must not matter. */
    private static final Gauge USED = SCORER.gauge();

    private static final String[] WORDS = {
        "waste",
        "of",
        "money",
        "not",
        "great",
        "still",
        "waiting",
        "qwzx",
        ",",
        "!",
        ":(",
        "😡",
        "#fail",
        "@acme",
        "42",
        "*",
        "took",
        "forever",
        "the",
        "box",
        "is",
        "too",
        "small",
        "but",
        "love",
        "https://a.b/c"
    };

    @Property(tries = 500)
    void stretchReadsAsIfItStoodAlone(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size, @ForAll boolean holed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        List<Token> tokens = TOKENIZER.tokens(text.toString());
        int from = random.nextInt(tokens.size());
        int to = from + random.nextInt(tokens.size() - from + 1);
        Stretch stretch = Stretch.of(from, to);
        List<Token> alone = new ArrayList<>(tokens.subList(from, to));
        if (holed) {
            // a hole may reach beyond the stretch
            int first = random.nextInt(tokens.size());
            int end = first + random.nextInt(tokens.size() - first + 1);
            stretch = stretch.without(first, end);
            int holeFrom = Math.min(Math.max(first, from), to);
            int holeTo = Math.max(holeFrom, Math.min(end, to));
            alone = new ArrayList<>(tokens.subList(from, holeFrom));
            alone.addAll(tokens.subList(holeTo, to));
        }
        Line line = new Line(STEMS);
        line.lay(tokens);
        USED.whole(line);
        Line other = new Line(STEMS);
        other.lay(alone);

        assertThat(USED.part(line, stretch))
                .usingRecursiveComparison()
                .isEqualTo(SCORER.gauge().whole(other));
    }
}
