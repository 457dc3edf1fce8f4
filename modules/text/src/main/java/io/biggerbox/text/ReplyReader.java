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
            acts.add(new ReplyAct(ReplyTone.valueOf(pattern.label()), pattern.score(), span, "rule:" + pattern.text()));
        }
    }
}
