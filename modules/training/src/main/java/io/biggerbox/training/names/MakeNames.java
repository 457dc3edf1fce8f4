package io.biggerbox.training.names;

import io.biggerbox.text.redaction.NameBook;
import io.biggerbox.training.corpora.Corpora;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes {@code names.bin}.
 *
 * <p>Arguments: the {@code train} folder of the public data and the resource folder to write into. The same data gives the
 * same bytes. Rebuild {@code text} afterwards: the file is a resource.
 */
public final class MakeNames {
    private MakeNames() {}

    /** Runs the maker. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: MakeNames TRAIN_FOLDER RESOURCE_FOLDER");
            System.exit(2);
        }
        Path data = Path.of(args[0]);
        CaseCounts counts = new CaseCounts();
        Corpora.read(data).texts().forEach(counts::add);
        List<String> usual = words("first-names.txt");
        NameList list = new NameList();
        list.add(lines(data.resolve("pii/first_names_us.txt")), NameBook.FIRST);
        list.add(lines(data.resolve("nltk_lexicons/names/female.txt")), NameBook.FIRST);
        list.add(lines(data.resolve("nltk_lexicons/names/male.txt")), NameBook.FIRST);
        list.add(usual, NameBook.FIRST);
        list.add(lines(data.resolve("pii/surnames_us.txt")), NameBook.SURNAME);
        list.judge(counts, Set.copyOf(usual));
        list.add(words("not-names.txt"), NameBook.PROPER);
        list.keepOnly(words("never-names.txt"), NameBook.PROPER);
        list.write(Path.of(args[1]).resolve("names.bin"));
        System.out.printf(Locale.ROOT, "%d words%n", list.size());
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The words of a resource of this module, without lines that start with a number sign. */
    private static List<String> words(String resource) throws IOException {
        try (InputStream in = MakeNames.class.getResourceAsStream("/io/biggerbox/training/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("the module lacks its resource " + resource);
            }
            List<String> words = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> words.addAll(List.of(line.strip().split(" +"))));
            return words;
        }
    }
}
