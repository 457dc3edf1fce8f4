package io.biggerbox.text;

import io.biggerbox.text.rules.SentenceRules;
import io.biggerbox.text.rules.WordPattern;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Stems;
import java.util.Set;

/** Finds how soon customers need an answer, by word patterns. */
final class UrgencyReader {
    /** What is said behind these has not happened. */
    private static final Set<String> HYPOTHETICAL =
            Set.of("if", "unless", "imagine", "suppose", "would", "could", "might", "hypothetically", "otherwise");

    /** Words that urge by themselves count behind an "if", too. */
    private static final double PLAIN = 0.95;

    private final SentenceRules rules;

    UrgencyReader(Stems stems) {
        this.rules = new SentenceRules("urgency.tsv", stems);
    }

    /** What a sentence says; {@link Urgency#NORMAL} when it says nothing. */
    Urgency read(Line line, Span span) {
        Urgency found = Urgency.NORMAL;
        for (WordPattern.Match match : rules.matches(line)) {
            WordPattern pattern = match.pattern();
            if (pattern.score() >= PLAIN || !isHypothetical(line, match.first())) {
                UrgencyLevel level = UrgencyLevel.valueOf(pattern.label());
                found = found.or(new Urgency(level, pattern.score(), span, "rule:" + pattern.text()));
            }
        }
        return found;
    }

    private static boolean isHypothetical(Line line, int first) {
        for (int i = 0; i < first; i++) {
            if (HYPOTHETICAL.contains(line.word(i).form())) {
                return true;
            }
        }
        return false;
    }
}
