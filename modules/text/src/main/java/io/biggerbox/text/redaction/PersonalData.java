package io.biggerbox.text.redaction;

/** Kinds of personal data that are replaced by markers. */
public enum PersonalData {
    /** E-mail addresses. */
    EMAIL("[email]"),
    /** Phone numbers, international and national. */
    PHONE("[phone]"),
    /** Payment card numbers with a valid check digit (Luhn). */
    CARD("[card]"),
    /** Bank accounts with a valid check sum (ISO 13616). */
    IBAN("[iban]"),
    /** National ids, account numbers in context, IPv4 addresses. */
    ID("[id]"),
    /** Social media handles. */
    HANDLE("[handle]"),
    /** Names of people where the words around say that they are names. */
    NAME("[name]"),
    /** Street addresses. */
    ADDRESS("[address]"),
    /** Web addresses that carry a query, a fragment, credentials or a token. */
    URL("[url]");

    private final String marker;

    PersonalData(String marker) {
        this.marker = marker;
    }

    /** What stands in the redacted text instead. */
    public String marker() {
        return marker;
    }
}
