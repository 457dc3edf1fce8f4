package io.biggerbox.text.themes;

import io.biggerbox.text.rules.RuleFiles;
import io.biggerbox.text.tokens.Stemmer;
import io.biggerbox.text.tokens.Stems;
import java.util.HashMap;
import java.util.Map;

/** Small classes of words that customers use for the same complaint: "too tight", "too small". Immutable. */
final class Senses {
    private final Map<String, String> byStem;

    private Senses(Map<String, String> byStem) {
        this.byStem = Map.copyOf(byStem);
    }

    static Senses shipped() {
        Map<String, String> byStem = new HashMap<>();
        for (String line : RuleFiles.lines("senses.tsv")) {
            int tab = line.indexOf('\t');
            for (String word : line.substring(tab + 1).split(" ", -1)) {
                byStem.put(Stemmer.stem(word), line.substring(0, tab));
            }
        }
        return new Senses(byStem);
    }

    /** What a stem means; itself when it has no class. */
    String of(String stem) {
        return byStem.getOrDefault(stem, stem);
    }

    /** The same by number. */
    SenseNumbers numbered(Stems stems) {
        Map<Integer, Integer> numbers = new HashMap<>();
        byStem.forEach((stem, sense) -> numbers.put(stems.number(stem), stems.number(sense)));
        return new SenseNumbers(numbers);
    }
}
