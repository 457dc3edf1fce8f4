package io.biggerbox.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.text.JudgedStretches.Judged;
import io.biggerbox.text.rules.RuleFiles;
import io.biggerbox.text.rules.WordPatterns;
import io.biggerbox.text.sentiment.Faces;
import io.biggerbox.text.sentiment.Gauge;
import io.biggerbox.text.sentiment.Lean;
import io.biggerbox.text.sentiment.SentimentModel;
import io.biggerbox.text.sentiment.SentimentScorer;
import io.biggerbox.text.sentiment.Stretch;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Stems;
import io.biggerbox.text.tokens.Tokenizer;
import org.junit.jupiter.api.Test;

class JudgedStretchesTest {
    private static final SentimentModel MODEL = SentimentModel.shipped();
    private static final Stems STEMS = new Stems(MODEL.vocabulary());
    private static final SentimentScorer SCORER = new SentimentScorer(
            MODEL, WordPatterns.of(RuleFiles.lines("idioms.tsv"), STEMS), Faces.of(RuleFiles.lines("faces.tsv")));

    private final Line line = new Line(STEMS);
    private final Gauge gauge = SCORER.gauge();

    private JudgedStretches read(String sentence) {
        line.lay(new Tokenizer(MODEL.vocabulary()).tokens(sentence));
        Lean lean = gauge.whole(line);
        Judged whole = new Judged(Stretch.of(0, line.size()), lean, SCORER.sentiment(lean));
        return new JudgedStretches(line, gauge, SCORER, whole);
    }

    @Test
    void clausesOfOneSentenceFeelDifferently() {
        JudgedStretches stretches = read("The colour is lovely but the fabric is awful");

        assertThat(stretches.of(Stretch.of(0, 4)).sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(stretches.of(Stretch.of(4, 9)).sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void aStretchIsReadOnceWhateverElseIsAskedInBetween() {
        JudgedStretches stretches = read("The colour is lovely but the fabric is awful");
        Judged first = stretches.of(Stretch.of(0, 4));
        Judged without = stretches.of(Stretch.of(0, 4).without(3, 4));

        assertThat(stretches.of(Stretch.of(0, 4))).isSameAs(first);
        assertThat(without.sentiment()).isNotEqualTo(first.sentiment());
        assertThat(stretches.of(Stretch.of(0, line.size()))).isSameAs(stretches.whole());
    }
}
