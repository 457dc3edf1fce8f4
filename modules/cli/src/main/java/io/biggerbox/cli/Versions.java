package io.biggerbox.cli;

import io.biggerbox.cli.output.Program;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
final class Versions implements IVersionProvider {

    /** Made by picocli. */
    Versions() {}

    @Override
    public String[] getVersion() {
        return new String[] {"biggerbox " + Program.VERSION};
    }
}
