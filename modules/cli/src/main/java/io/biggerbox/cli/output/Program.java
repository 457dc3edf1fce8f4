package io.biggerbox.cli.output;

import java.util.Objects;

/** What this program is. */
public final class Program {

    /** Its version; {@code development} when it was not started from a jar. */
    public static final String VERSION =
            Objects.requireNonNullElse(Program.class.getPackage().getImplementationVersion(), "development");

    private Program() {}
}
