package io.biggerbox.cli;

import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.intake.ImportFormat;
import io.biggerbox.intake.ImportOptions;
import io.biggerbox.intake.ImportRows;
import io.biggerbox.intake.Importer;
import io.biggerbox.intake.columns.ColumnMap;
import io.biggerbox.intake.columns.ColumnMapFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say how a file is to be read. */
final class ImportSource {

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            description = "csv, jsonl, google-play, zendesk, nps or cfpb: see docs/importing.md")
    private @Nullable String format;

    @Option(names = "--map", paramLabel = "FILE", description = "Column map for csv and jsonl.")
    private @Nullable Path map;

    @Option(names = "--product", description = "The product that the file is about, where its rows do not say.")
    private @Nullable String product;

    @Option(names = "--source", description = "Name of the tool that the file comes from. Default: the format's.")
    private @Nullable String source;

    @Mixin
    private EncodingOption encoding = new EncodingOption();

    /** Filled in by picocli. */
    ImportSource() {}

    ImportRows open(Path file) throws IOException {
        ColumnMap columns = map == null ? null : ColumnMapFile.read(map);
        ImportOptions options = ImportOptions.at(Clock.systemUTC().instant())
                .withProduct(product)
                .withSource(source)
                .withMap(columns)
                .withEncoding(encoding.charset());
        return Importer.open(file, format(), options);
    }

    private ImportFormat format() {
        String known =
                Arrays.stream(ImportFormat.values()).map(ImportFormat::cliName).collect(Collectors.joining(", "));
        if (format == null) {
            throw new CommandFailedException("say what the file is with --as: " + known);
        }
        return ImportFormat.named(format)
                .orElseThrow(() -> new CommandFailedException(format + " is no format; known are " + known));
    }
}
