package io.biggerbox.cli.stack;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.text.ReaderChoice;
import io.biggerbox.text.Readers;
import io.biggerbox.text.SecondOpinionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who reads. */
public final class ReaderOption {

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            defaultValue = "fast",
            description = "fast, or cascade: a sentence model reads again what the fast reader is unsure of; better and"
                    + " slower, see docs/operations.md. Default: ${DEFAULT-VALUE}")
    private ReaderChoice reader = ReaderChoice.FAST;

    @Option(
            names = "--unsure-share",
            paramLabel = "SHARE",
            description = "Share of texts that the cascade may read twice, from 0 to 1. Default: 0.1")
    private @Nullable Double share;

    /** Filled in by picocli. */
    public ReaderOption() {}

    /**
     * The readers asked for; the caller closes them.
     *
     * @throws CommandFailedException if they are not to be had
     */
    public Readers open() {
        try {
            return Readers.open(reader, share);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException("--unsure-share: " + e.getMessage());
        } catch (SecondOpinionException e) {
            throw new CommandFailedException("--reader cascade: " + e.getMessage());
        }
    }
}
