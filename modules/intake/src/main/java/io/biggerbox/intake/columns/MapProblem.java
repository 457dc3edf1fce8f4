package io.biggerbox.intake.columns;

/**
 * One thing that is wrong with a column map file.
 *
 * @param where the key it is about, for instance {@code columns.ratings}
 * @param what what is wrong
 * @param remedy what to write instead
 */
public record MapProblem(String where, String what, String remedy) {

    @Override
    public String toString() {
        return where + ": " + what + ". " + remedy;
    }
}
