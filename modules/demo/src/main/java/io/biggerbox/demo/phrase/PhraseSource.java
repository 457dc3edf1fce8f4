package io.biggerbox.demo.phrase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One grammar file.
 *
 * @param name how error messages call it
 * @param text its whole content
 */
public record PhraseSource(String name, String text) {

    /**
     * Reads a grammar file from the class path.
     *
     * @param anchor a class in the package of the resource
     * @param path path relative to that package
     * @return the file
     */
    public static PhraseSource resource(Class<?> anchor, String path) {
        try (InputStream in = anchor.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("resource " + path + " is missing beside " + anchor.getName());
            }
            return new PhraseSource(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
