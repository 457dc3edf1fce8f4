package io.biggerbox.text;

import io.biggerbox.text.rules.SentenceRules;
import io.biggerbox.text.rules.WordPattern;
import io.biggerbox.text.rules.WordPatterns;
import io.biggerbox.text.tokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Finds what vendor replies do, by word patterns. */
final class ReplyReader {
    private final SentenceRules rules = new SentenceRules("replies.tsv");

    List<ReplyAct> read(List<List<Token>> sentences) {
        List<ReplyAct> acts = new ArrayList<>();
        for (List<Token> sentence : sentences) {
            for (WordPattern pattern : rules.find(WordPatterns.wordsOf(sentence))) {
                acts.add(new ReplyAct(
                        ReplyTone.valueOf(pattern.label()),
                        pattern.score(),
                        FastReader.spanOf(sentence),
                        "rule:" + pattern.text()));
            }
        }
        return acts;
    }
}
