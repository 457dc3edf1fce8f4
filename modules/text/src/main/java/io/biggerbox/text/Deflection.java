package io.biggerbox.text;

/** How a reply that {@linkplain ReplyTone#DEFLECTS deflects} explains the problem away. */
public enum Deflection {
    /** Somebody was out of the office, the shop was closed. */
    AWAY,
    /** Too much to do, too few people. */
    BUSY,
    /** Sales, growth, margins and costs. */
    REVENUE,
    /** Larger customers come first, or are satisfied. */
    BIG_ACCOUNT,
    /** Nobody has ever complained about it. */
    NEVER_BEFORE,
    /** Rules, terms and procedures. */
    POLICY,
    /** Somebody else did it: carriers, banks, suppliers, the weather. */
    THIRD_PARTY,
    /** It is an exception; most are happy. */
    ISOLATED_CASE
}
