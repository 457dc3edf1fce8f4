package io.biggerbox.intake.columns;

import java.util.List;
import java.util.stream.Collectors;

/** A column map file with problems; all of them at once. */
public final class MapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<MapProblem> problems;

    /** Names every problem found in a file. */
    public MapException(String file, List<MapProblem> problems) {
        super(file + " has " + problems.size() + (problems.size() == 1 ? " problem:" : " problems:")
                + problems.stream().map(p -> "\n  " + p).collect(Collectors.joining()));
        this.problems = List.copyOf(problems);
    }

    /** The problems in the order of the file's documented keys. */
    public List<MapProblem> problems() {
        return problems;
    }
}
