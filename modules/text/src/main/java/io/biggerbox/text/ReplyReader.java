package io.biggerbox.text;

import io.biggerbox.text.rules.SentenceRules;
import io.biggerbox.text.rules.WordPattern;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Stems;
import java.util.ArrayList;
import java.util.List;

/** Finds what vendor replies do: by word patterns, and by what was learned from examples. */
final class ReplyReader {
    private final SentenceRules rules;

    ReplyReader(Stems stems) {
        this.rules = new SentenceRules("replies.tsv", stems);
    }

    /** Adds what a sentence does. */
    void read(Line line, Span span, List<ReplyAct> acts) {
        List<ReplyAct> own = new ArrayList<>();
        for (WordPattern pattern : rules.find(line)) {
            String[] label = pattern.label().split(":", 2);
            own.add(new ReplyAct(
                    ReplyTone.valueOf(label[0]),
                    label.length == 1 ? null : Deflection.valueOf(label[1]),
                    pattern.score(),
                    span,
                    "rule:" + pattern.text()));
        }
        ReplyAct learned = LearnedReplies.shipped().read(line, span);
        if (learned != null && own.stream().noneMatch(learned::isSameAs)) {
            own.add(learned);
        }
        if (line.asks()) {
            // who asks does not explain away
            own.removeIf(act -> act.tone() == ReplyTone.DEFLECTS);
        }
        acts.addAll(own);
    }
}
