package io.biggerbox.cli;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says how the characters of a file are written. */
final class EncodingOption {

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Encoding of a file without byte order mark, such as windows-1252. Default: UTF-8")
    private @Nullable Charset encoding;

    /** Filled in by picocli. */
    EncodingOption() {}

    /** What was asked for; null for UTF-8. */
    @Nullable
    Charset charset() {
        return encoding;
    }
}
