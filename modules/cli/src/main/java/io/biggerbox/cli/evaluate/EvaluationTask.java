package io.biggerbox.cli.evaluate;

/** What of the reader can be measured. */
public enum EvaluationTask {
    /** Negative, neutral or positive, per text. */
    SENTIMENT,
    /** Which characters are hidden, per kind of personal data. */
    REDACTION;

    /** How it is measured. */
    public Evaluation evaluation() {
        return switch (this) {
            case SENTIMENT -> new SentimentEvaluation();
            case REDACTION -> new RedactionEvaluation();
        };
    }
}
