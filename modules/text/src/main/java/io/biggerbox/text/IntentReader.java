package io.biggerbox.text;

import io.biggerbox.text.rules.SentenceRules;
import io.biggerbox.text.rules.WordPattern;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Stems;
import java.util.List;

/** Finds what customers want or announce, by word patterns. */
final class IntentReader {
    private static final double QUESTION_MARK = 0.8;

    private final SentenceRules rules;

    IntentReader(Stems stems) {
        this.rules = new SentenceRules("intents.tsv", stems);
    }

    void read(Line line, Span span, List<Intent> intents) {
        boolean asked = false;
        for (WordPattern pattern : rules.find(line)) {
            IntentKind kind = IntentKind.valueOf(pattern.label());
            asked |= kind == IntentKind.QUESTION;
            intents.add(new Intent(kind, pattern.score(), span, "rule:" + pattern.text()));
        }
        if (!asked && line.words() > 0 && line.asks()) {
            intents.add(new Intent(IntentKind.QUESTION, QUESTION_MARK, span, "rule:?"));
        }
    }
}
