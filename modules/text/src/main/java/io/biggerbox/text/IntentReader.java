package io.biggerbox.text;

import io.biggerbox.text.rules.SentenceRules;
import io.biggerbox.text.rules.WordPattern;
import io.biggerbox.text.tokens.Token;
import java.util.List;

/** Finds what customers want or announce, by word patterns. */
final class IntentReader {
    private static final double QUESTION_MARK = 0.8;

    private final SentenceRules rules = new SentenceRules("intents.tsv");

    void read(List<Token> sentence, List<Token> words, Span span, List<Intent> intents) {
        boolean asked = false;
        for (WordPattern pattern : rules.find(words)) {
            IntentKind kind = IntentKind.valueOf(pattern.label());
            asked |= kind == IntentKind.QUESTION;
            intents.add(new Intent(kind, pattern.score(), span, "rule:" + pattern.text()));
        }
        if (!asked && !words.isEmpty() && FastReader.asks(sentence)) {
            intents.add(new Intent(IntentKind.QUESTION, QUESTION_MARK, span, "rule:?"));
        }
    }
}
