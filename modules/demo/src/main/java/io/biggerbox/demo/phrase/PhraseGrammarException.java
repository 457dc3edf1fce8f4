package io.biggerbox.demo.phrase;

/** A grammar file that cannot be used. The message names file, line and rule. */
public final class PhraseGrammarException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param file name of the grammar file
     * @param line its line, from 1
     * @param rule the rule that the line belongs to, empty before the first rule
     * @param problem what is wrong
     */
    public PhraseGrammarException(String file, int line, String rule, String problem) {
        super(file + ":" + line + (rule.isEmpty() ? "" : ", rule " + rule) + ": " + problem);
    }
}
