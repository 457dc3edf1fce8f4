package io.biggerbox.cli.stack;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.text.ReaderChoice;
import io.biggerbox.text.Readers;
import io.biggerbox.text.SecondOpinionException;
import io.biggerbox.text.redaction.Redactor;
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

    @Option(
            names = "--redact-order-numbers",
            description = "Also hides numbers of orders, invoices, tickets and parcels, which otherwise stay: they help"
                    + " to find the case again.")
    private boolean orderNumbers;

    /** Filled in by picocli. */
    public ReaderOption() {}

    /**
     * The readers asked for; the caller closes them.
     *
     * @throws CommandFailedException if they are not to be had
     */
    public Readers open() {
        try {
            Readers readers = Readers.open(reader, share);
            return orderNumbers ? readers.redacting(Redactor.everythingAndOrderNumbers()) : readers;
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException("--unsure-share: " + e.getMessage());
        } catch (SecondOpinionException e) {
            throw new CommandFailedException("--reader cascade: " + e.getMessage());
        }
    }
}
