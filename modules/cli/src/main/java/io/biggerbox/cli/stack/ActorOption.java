package io.biggerbox.cli.stack;

import picocli.CommandLine.Option;

/** The option of every command that is written down with who gave it. */
public final class ActorOption {

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who does it. Default: ${DEFAULT-VALUE}")
    private String actor = "";

    /** Filled in by picocli. */
    public ActorOption() {}

    /** A name, by default that of the user on this machine. */
    public String name() {
        return actor;
    }
}
