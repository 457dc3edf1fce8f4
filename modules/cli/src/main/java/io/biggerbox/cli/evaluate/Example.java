package io.biggerbox.cli.evaluate;

import io.biggerbox.text.SentimentLabel;

/**
 * One text that somebody judged.
 *
 * @param line where its row starts in the file, from 1
 * @param text the text
 * @param label the judgement
 */
public record Example(long line, String text, SentimentLabel label) {}
