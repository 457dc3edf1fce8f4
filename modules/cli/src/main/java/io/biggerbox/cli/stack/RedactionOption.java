package io.biggerbox.cli.stack;

import io.biggerbox.text.redaction.Redactor;
import picocli.CommandLine.Option;

/** What is hidden beside personal data. */
public final class RedactionOption {

    @Option(
            names = "--redact-order-numbers",
            description = "Also hides numbers of orders, invoices, tickets and parcels, which otherwise stay: they help"
                    + " to find the case again.")
    private boolean orderNumbers;

    /** Filled in by picocli. */
    public RedactionOption() {}

    /** What hides personal data. */
    public Redactor redactor() {
        return orderNumbers ? Redactor.everythingAndOrderNumbers() : Redactor.everything();
    }
}
