package io.biggerbox.cli.evaluate;

import java.io.IOException;

/** One way of measuring the reader on a labelled file. */
public interface Evaluation {
    /** Reads the whole file and says how well the reader did. */
    EvaluationReport measure(EvaluationInput input) throws IOException;
}
