package io.biggerbox.compiler;

import io.biggerbox.text.rules.RuleFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Texts about nothing: those of the history with all longer words exchanged for any that customers use. From them the
 * student learns that a text is not about a theme only because it is built like those that are. Without them, two of five
 * texts that were about something else were put into a theme; with them, one of four (see the model card).
 */
final class Strangers {
    private static final double SHARE = 0.1;
    private static final int FEWEST = 20;
    private static final int SHORT_WORD = 3;
    private static final long SEED = 20260104;

    private Strangers() {}

    /** @param texts those that there are */
    static List<String> of(List<String> texts) {
        List<String> words = RuleFiles.lines("rarity.tsv").stream()
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
        Random random = new Random(SEED);
        List<String> strangers = new ArrayList<>();
        int count = Math.max(FEWEST, (int) (SHARE * texts.size()));
        for (int i = 0; i < count; i++) {
            String[] parts = texts.get(random.nextInt(texts.size())).split("\\s+", -1);
            for (int p = 0; p < parts.length; p++) {
                if (parts[p].length() > SHORT_WORD) {
                    parts[p] = words.get(random.nextInt(words.size()));
                }
            }
            strangers.add(String.join(" ", parts));
        }
        return strangers;
    }
}
