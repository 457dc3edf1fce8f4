package io.biggerbox.service;

import java.io.Serial;
import java.nio.file.Path;
import java.util.List;

/** A settings file that cannot be used; says all that is wrong at once. */
public final class InvalidSettingsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Lists the problems.
     *
     * @param file the file
     * @param problems one line each
     */
    public InvalidSettingsException(Path file, List<String> problems) {
        super(file + ":\n  " + String.join("\n  ", problems));
    }
}
