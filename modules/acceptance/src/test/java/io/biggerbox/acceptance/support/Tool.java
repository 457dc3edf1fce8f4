package io.biggerbox.acceptance.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the system or of somebody else, run to its end in a folder. */
public final class Tool {

    private final Path directory;
    private final Duration patience;
    private final Map<String, String> environment = new HashMap<>();

    /**
     * Programs that run in {@code directory}, where their output is kept too.
     *
     * @param patience how long one of them may take
     */
    public Tool(Path directory, Duration patience) {
        this.directory = directory;
        this.patience = patience;
    }

    /** Sets an environment variable of theirs. */
    public Tool with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /**
     * Runs one and returns what it has printed.
     *
     * @throws IllegalStateException if it ends with another exit code than 0, or not in time
     */
    public String run(String... command) throws IOException, InterruptedException {
        return run(Files.createTempFile(directory, "no-input", ""), List.of(command));
    }

    /** As {@link #run(String...)}, with the file as its standard input. */
    public String run(Path input, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        Path errors = Files.createTempFile(directory, "errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended;
        try {
            ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException("%s %s%n%s%n%s"
                    .formatted(
                            String.join(" ", command),
                            ended ? "ended with " + process.exitValue() : "takes longer than " + patience,
                            Files.readString(errors),
                            Files.readString(output)));
        }
        return Files.readString(output);
    }
}
