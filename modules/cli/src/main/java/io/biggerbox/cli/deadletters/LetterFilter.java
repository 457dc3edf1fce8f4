package io.biggerbox.cli.deadletters;

import io.biggerbox.service.DeadLetter;
import io.biggerbox.topologies.errors.DeadLetterHeaders;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose among dead letters. */
final class LetterFilter {

    @Option(names = "--topic", description = "Only those that stood on this topic, for instance voc.reviews.")
    private @Nullable String topic;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Only those whose reason contains this text.")
    private @Nullable String reason;

    /** Filled in by picocli. */
    LetterFilter() {}

    boolean isGiven() {
        return topic != null || reason != null;
    }

    boolean matches(DeadLetter letter) {
        String why = Objects.requireNonNullElse(letter.header(DeadLetterHeaders.REASON), "");
        return (topic == null || topic.equals(letter.topic()))
                && (reason == null || why.toLowerCase(Locale.ROOT).contains(reason.toLowerCase(Locale.ROOT)));
    }
}
