package io.biggerbox.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
final class Versions implements IVersionProvider {

    /** Made by picocli. */
    Versions() {}

    @Override
    public String[] getVersion() {
        return new String[] {"biggerbox " + program()};
    }

    static String program() {
        return Objects.requireNonNullElse(Versions.class.getPackage().getImplementationVersion(), "development");
    }
}
