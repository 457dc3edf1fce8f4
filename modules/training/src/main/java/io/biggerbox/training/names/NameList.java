package io.biggerbox.training.names;

import io.biggerbox.text.redaction.NameBook;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Words and what is known about them, on their way into the file that {@link NameBook} reads. */
final class NameList {
    private static final int FEW = 2;
    private static final int SOME = 6;
    private static final double MOSTLY_CAPITAL = 0.6;

    private final Map<String, Integer> flags = new HashMap<>();

    void add(Collection<String> words, int flag) {
        words.forEach(word -> flags.merge(word.toLowerCase(Locale.ROOT), flag, (a, b) -> a | b));
    }

    /** Forgets all else about these words. */
    void keepOnly(Collection<String> words, int flag) {
        words.forEach(word -> flags.put(word.toLowerCase(Locale.ROOT), flag));
    }

    /**
     * Marks ordinary words and proper names by how texts write them. A name of the lists needs more to be taken for
     * something else than a word that is in none.
     *
     * @param counts of public texts
     * @param surely first names that are no places or brands, however often they are counted
     */
    void judge(CaseCounts counts, Set<String> surely) {
        for (String word : counts.words()) {
            boolean listed = (flags.getOrDefault(word, 0) & (NameBook.FIRST | NameBook.SURNAME)) != 0;
            int enough = listed ? SOME : FEW;
            boolean mostly = counts.capitalShare(word) > MOSTLY_CAPITAL;
            if (!mostly && counts.small(word) >= enough) {
                flags.merge(word, NameBook.WORD, (a, b) -> a | b);
            } else if (mostly && counts.capital(word) >= enough && !surely.contains(word)) {
                flags.merge(word, NameBook.PROPER, (a, b) -> a | b);
            }
        }
    }

    /** Writes them: sorted, as differences of seven bits a byte. */
    void write(Path file) throws IOException {
        TreeSet<Long> entries = new TreeSet<>();
        Map<Long, Integer> merged = new HashMap<>();
        flags.forEach((word, known) -> merged.merge(
                Integer.toUnsignedLong(NameBook.entry(word, 0, word.length(), 0)), known, (a, b) -> a | b));
        merged.forEach((entry, known) -> entries.add(entry | known));
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(NameBook.MAGIC);
            out.writeInt(entries.size());
            long before = 0;
            for (long entry : entries) {
                long delta = entry - before;
                while (delta >= 0x80) {
                    out.writeByte((int) (delta & 0x7f) | 0x80);
                    delta >>>= 7;
                }
                out.writeByte((int) delta);
                before = entry;
            }
        }
    }

    int size() {
        return flags.size();
    }
}
