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
    /** National ids, account and licence numbers in context, dates of birth, IP addresses. */
    ID("[id]"),
    /** Social media handles. */
    HANDLE("[handle]"),
    /** Names of people. */
    NAME("[name]"),
    /** Street addresses. */
    ADDRESS("[address]"),
    /** Web addresses that carry a query, a fragment, credentials or a token. */
    URL("[url]"),
    /** Numbers of orders, invoices, tickets and parcels; only on request: they help to find the case again. */
    ORDER("[order]");

    private final String marker;

    PersonalData(String marker) {
        this.marker = marker;
    }

    /** What stands in the redacted text instead. */
    public String marker() {
        return marker;
    }
}
