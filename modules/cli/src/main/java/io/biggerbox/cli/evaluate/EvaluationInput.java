package io.biggerbox.cli.evaluate;

import io.biggerbox.text.Readers;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What to measure on, and how much to tell.
 *
 * @param file labelled texts, in UTF-8
 * @param textColumn name of the column with the text, or its number from 1; for files with columns
 * @param labelColumn the same for the label
 * @param header whether the first row names the columns
 * @param meanings what labels mean that are not called as usual
 * @param part the texts that count
 * @param worst errors to tell
 * @param readers makes what is measured; stays the caller's to close
 * @param taxonomy gives the themes to find; asked only by who looks for themes
 */
public record EvaluationInput(
        Path file,
        String textColumn,
        String labelColumn,
        boolean header,
        Map<String, String> meanings,
        Part part,
        int worst,
        Readers readers,
        Supplier<Taxonomy> taxonomy) {

    public EvaluationInput {
        meanings = Map.copyOf(meanings);
    }
}
