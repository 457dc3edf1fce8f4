package io.biggerbox.training.corpora;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words with an opinion: Hu and Liu (KDD 2004) and VADER (Hutto and Gilbert, ICWSM 2014). */
public final class WordLists {
    private WordLists() {}

    /**
     * All of them, in the order of the files; some twice.
     *
     * @param folder the {@code train} folder
     */
    public static List<String> opinions(Path folder) throws IOException {
        Path lists = folder.resolve("nltk_lexicons");
        List<String> words = new ArrayList<>();
        for (String line : Files.readAllLines(lists.resolve("vader_lexicon/vader_lexicon.txt"))) {
            words.add(line.substring(0, Math.max(0, line.indexOf('\t'))).toLowerCase(Locale.ROOT));
        }
        for (String file : List.of("positive-words.txt", "negative-words.txt")) {
            Path path = lists.resolve("opinion_lexicon").resolve(file);
            for (String line : Files.readAllLines(path, StandardCharsets.ISO_8859_1)) {
                if (!line.startsWith(";")) {
                    words.add(line.strip());
                }
            }
        }
        return words;
    }
}
