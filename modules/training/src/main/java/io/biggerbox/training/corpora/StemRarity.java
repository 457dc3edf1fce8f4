package io.biggerbox.training.corpora;

import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.TokenKind;
import io.biggerbox.text.tokens.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts how rare every stem is: minus the binary logarithm of the share of texts that it is in. */
public final class StemRarity {
    private static final String HEAD = "# Rarity of stems: stem<TAB>tenths of bits; rarer ones are not listed";
    private static final double TENTHS = 10;

    /** As rare as a stem that is not listed at all. */
    private static final double RAREST = 12;

    private StemRarity() {}

    /**
     * Writes the file that themes are found with.
     *
     * @param texts what is counted
     * @param tokenizer as the reader uses it
     * @param file where to
     */
    public static void write(List<String> texts, Tokenizer tokenizer, Path file) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (String text : texts) {
            Set<String> stems = new HashSet<>();
            for (Token token : tokenizer.tokens(text)) {
                if (token.kind() == TokenKind.WORD || token.kind() == TokenKind.NUMBER) {
                    stems.add(token.stem());
                }
            }
            stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
        }
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        counts.forEach((stem, count) -> {
            double bits = StrictMath.log(texts.size() / (double) count) / StrictMath.log(2);
            long tenths = Math.round(TENTHS * bits);
            if (tenths < TENTHS * RAREST) {
                lines.add(stem + "\t" + tenths);
            }
        });
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
