package io.biggerbox.text;

import io.biggerbox.text.rules.SentenceRules;
import io.biggerbox.text.rules.WordPattern;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Stems;
import java.util.List;

/** Finds what vendor replies do, by word patterns. */
final class ReplyReader {
    private final SentenceRules rules;

    ReplyReader(Stems stems) {
        this.rules = new SentenceRules("replies.tsv", stems);
    }

    void read(Line line, Span span, List<ReplyAct> acts) {
        for (WordPattern pattern : rules.find(line)) {
            if (line.asks() && pattern.label().startsWith(ReplyTone.DEFLECTS.name())) {
                // who asks does not explain away
                continue;
            }
            String[] label = pattern.label().split(":", 2);
            acts.add(new ReplyAct(
                    ReplyTone.valueOf(label[0]),
                    label.length == 1 ? null : Deflection.valueOf(label[1]),
                    pattern.score(),
                    span,
                    "rule:" + pattern.text()));
        }
    }
}
