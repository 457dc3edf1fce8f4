package io.biggerbox.cli.evaluate;

import io.biggerbox.cli.stack.ReaderOption;
import io.biggerbox.text.SentimentLabel;
import java.nio.file.Path;
import java.util.Map;

/**
 * What to measure on, and how much to tell.
 *
 * @param file labelled texts, in UTF-8
 * @param textColumn name of the column with the text, or its number from 1; for files with columns
 * @param labelColumn the same for the label
 * @param header whether the first row names the columns
 * @param meanings what labels mean that are not called as usual
 * @param part the texts that count
 * @param readers who reads
 * @param worst errors to tell
 */
public record EvaluationInput(
        Path file,
        String textColumn,
        String labelColumn,
        boolean header,
        Map<String, SentimentLabel> meanings,
        Part part,
        ReaderOption readers,
        int worst) {

    public EvaluationInput {
        meanings = Map.copyOf(meanings);
    }
}
