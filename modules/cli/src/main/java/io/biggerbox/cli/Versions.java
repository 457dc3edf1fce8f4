package io.biggerbox.cli;

import java.util.Objects;

/** The version of this build. */
final class Versions {

    private Versions() {}

    static String program() {
        return Objects.requireNonNullElse(Versions.class.getPackage().getImplementationVersion(), "development");
    }
}
