package io.biggerbox.training;

import io.biggerbox.compiler.Compilation;
import io.biggerbox.compiler.Example;
import io.biggerbox.compiler.History;
import io.biggerbox.compiler.TaxonomyCompiler;
import io.biggerbox.compiler.Teachers;
import io.biggerbox.sentences.Encoder;
import io.biggerbox.text.learned.ThemeModel;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.training.replies.ReplySentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes {@code replies.model}: what vendor replies do is learned like the themes of a taxonomy, from sentences that the
 * project has written.
 *
 * <p>Arguments: a folder for embeddings, and the resource folder to write into. The same sentences give the same bytes on the
 * same kind of processor. Needs {@code sentiment.bin} and {@code meaning.bin}; rebuild {@code text} afterwards.
 */
public final class MakeReplies {
    private static final Encoder TEACHER = Encoder.BGE_SMALL;
    private static final int THREADS = 2;

    private MakeReplies() {}

    /** Runs the maker. */
    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            System.err.println("usage: MakeReplies CACHE_FOLDER RESOURCE_FOLDER");
            System.exit(2);
        }
        Path cache = Path.of(args[0]);
        Files.createDirectories(cache);
        Compilation made = compile(ReplySentence.own(ReplySentence.LESSONS), cache);
        ThemeModel model = made.taxonomy().learned();
        if (model == null) {
            throw new IllegalStateException("a compiled taxonomy has a model");
        }
        Files.write(Path.of(args[1]).resolve("replies.model"), model.toBytes());
        System.out.printf(
                Locale.ROOT,
                "%d bytes, %.1f of the sentences held back were right%n",
                made.bytes(),
                100 * made.agreement());
    }

    private static Compilation compile(List<ReplySentence> sentences, Path cache) throws Exception {
        Map<String, List<String>> phrases = new TreeMap<>();
        List<Example> others = new ArrayList<>();
        for (ReplySentence sentence : sentences) {
            if (sentence.does().equals(ReplySentence.NONE)) {
                others.add(new Example(sentence.text(), List.of(), false));
            } else {
                phrases.computeIfAbsent(sentence.does(), key -> new ArrayList<>())
                        .add(sentence.text());
            }
        }
        List<Theme> tones = new ArrayList<>();
        phrases.forEach(
                (does, own) -> tones.add(new Theme(does, does, "", null, "replies", own, List.of(), List.of())));
        return TaxonomyCompiler.compile(
                new Taxonomy("replies", "1", tones),
                new History(others, List.of()),
                Teachers.sentenceModel(TEACHER, cache.resolve(TEACHER.weights() + ".embeddings"), THREADS),
                "bge-small");
    }
}
