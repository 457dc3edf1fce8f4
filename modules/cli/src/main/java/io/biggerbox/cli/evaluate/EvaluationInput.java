package io.biggerbox.cli.evaluate;

import io.biggerbox.text.Readers;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What to measure on, and how much to tell.
 *
 * @param file labelled texts
 * @param encoding of a file of columns without byte order mark; null for UTF-8
 * @param textColumn name of the column with the text, or its number from 1; for files with columns
 * @param labelColumn the same for the label
 * @param header whether the first row names the columns
 * @param meanings what labels mean that are not called as usual
 * @param complaintsOnly whether mentions count only where the customer complains; for themes
 * @param part the texts that count
 * @param worst errors to tell
 * @param taxonomy gives the themes to find; asked only by who looks for themes
 * @param readers makes what is measured; stays the caller's to close
 */
public record EvaluationInput(
        Path file,
        @Nullable Charset encoding,
        String textColumn,
        String labelColumn,
        boolean header,
        Map<String, String> meanings,
        boolean complaintsOnly,
        Part part,
        int worst,
        Supplier<Taxonomy> taxonomy,
        Readers readers) {

    public EvaluationInput {
        meanings = Map.copyOf(meanings);
    }
}
