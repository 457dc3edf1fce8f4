package io.biggerbox.training.replies;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sentence of a vendor reply.
 *
 * @param does a tone, and behind a dot the kind of deflection: {@code owns-it}, {@code deflects.third-party}; {@link #NONE}
 *     if it does nothing of the kind
 * @param text as a vendor would write it
 */
public record ReplySentence(String does, String text) {
    /** Does none of it. */
    public static final String NONE = "none";

    /** Sentences to learn from, written by the project. */
    public static final String LESSONS = "sentences.tsv";

    /** Sentences that nothing was learned from, written by somebody who did not know the others. */
    public static final String HELD_BACK = "held-back.tsv";

    /**
     * Those that the project has written.
     *
     * @param name {@link #LESSONS} or {@link #HELD_BACK}
     */
    public static List<ReplySentence> own(String name) throws IOException {
        try (InputStream in = ReplySentence.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("not on the class path: " + name);
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines());
        }
    }

    /** Those of a file: lines of what it does, a tab, and the sentence. */
    public static List<ReplySentence> of(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return read(lines);
        }
    }

    private static List<ReplySentence> read(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(ReplySentence::parse)
                .toList();
    }

    private static ReplySentence parse(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not what it does, a tab and a sentence: " + line);
        }
        return new ReplySentence(parts[0], parts[1]);
    }
}
