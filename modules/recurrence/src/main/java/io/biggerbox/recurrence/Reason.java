package io.biggerbox.recurrence;

/** Why an alert was raised. */
public enum Reason {
    /** Many more customers than usual within days. */
    SURGE,
    /** Growth over weeks, too slow to look like a spike on any single day. */
    SLOW_BURN,
    /** Week after week at a level that the company said is too much; never a spike. */
    CHRONIC,
    /** Back after a change that was meant to end it. */
    REGRESSION,
    /** Exceptions and workarounds are granted so often that they are the rule. */
    EXCEPTION_IS_THE_RULE,
    /** Many customers make the same mistake: it is a mistake of ours. */
    DESIGN_INDUCED,
    /** Replies explain the problem away while it goes on. */
    EXPLAINING_INSTEAD_OF_FIXING,
    /** A customer who was told that it is fixed met it again. */
    PROMISE_BROKEN
}
