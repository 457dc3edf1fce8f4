package io.biggerbox.devstack;

import java.nio.file.Path;

/** Another stack, in this process or another, works on the data directory. */
public final class DataDirectoryInUseException extends DevStackException {
    private static final long serialVersionUID = 1L;

    DataDirectoryInUseException(Path directory, String holder) {
        super(
                "data directory " + directory + " is in use by process " + holder
                        + ": stop that stack, or choose another directory",
                null);
    }
}
