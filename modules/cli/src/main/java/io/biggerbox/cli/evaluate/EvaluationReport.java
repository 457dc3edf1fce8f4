package io.biggerbox.cli.evaluate;

import java.io.PrintWriter;
import java.util.Map;

/** How well the reader did, for people and for machines. */
public interface EvaluationReport {
    /** Prints tables and the worst errors. */
    void print(PrintWriter out);

    /** The same as plain values: maps, lists, strings and numbers, in the order in which they are written. */
    Map<String, Object> values();
}
