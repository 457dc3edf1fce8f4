package io.biggerbox.text;

/** What the customer wants or announces. */
public enum IntentKind {
    /** Says that they cancel, switch, or go to a competitor. */
    LEAVING,
    /** Asks for a rule, process or product to be changed. */
    ASKS_FOR_CHANGE,
    /** Tells how they get around the problem by themselves. */
    REPORTS_WORKAROUND,
    /** Announces a lawyer, a regulator, the press or a bank dispute. */
    THREATENS_ESCALATION,
    /** Asks something. */
    QUESTION,
    /** Thanks somebody. */
    THANKS
}
