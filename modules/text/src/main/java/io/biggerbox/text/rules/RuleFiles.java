package io.biggerbox.text.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the line-oriented resources of this module. */
public final class RuleFiles {
    private RuleFiles() {}

    /**
     * The lines of a resource, without empty lines and lines that start with {@code # }.
     *
     * @param name file name below {@code io/biggerbox/text}
     */
    public static List<String> lines(String name) {
        String path = "/io/biggerbox/text/" + name;
        try (InputStream in = RuleFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the module lacks its resource " + path);
            }
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return all.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
