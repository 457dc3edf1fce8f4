package io.biggerbox.text;

/** What a vendor reply does. An excuse is not a fix: the first two are accountability, the others are not. */
public enum ReplyTone {
    /** Admits that the fault is the vendor's. */
    OWNS_IT,
    /** Names something that was or will be changed. */
    CHANGES_SOMETHING,
    /** Explains the problem away; {@link Deflection} says how. */
    DEFLECTS,
    /** Says or implies that the customer did it wrong. */
    BLAMES_CUSTOMER,
    /** Talks about its own success instead. */
    BOASTS,
    /** A template that fits every complaint. */
    CANNED
}
