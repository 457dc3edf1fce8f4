package io.biggerbox.recurrence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names alerts: one id per product and theme, for life, the same on every machine. */
public final class AlertIds {

    /** Crockford's base 32: no letters that are mistaken for digits. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 10;

    private AlertIds() {}

    /**
     * The id of the alert about a theme of a product: {@code BB-} and ten characters, 50 bits of the
     * SHA-256 of both names.
     *
     * @param product the product
     * @param theme id of the theme
     */
    public static String of(String product, String theme) {
        byte[] name = (product.length() + ":" + product + theme).getBytes(StandardCharsets.UTF_8);
        byte[] hash;
        try {
            hash = MessageDigest.getInstance("SHA-256").digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = (bits << 8) | (hash[i] & 0xFF);
        }
        StringBuilder id = new StringBuilder("BB-");
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt((int) (bits >>> 59)));
            bits <<= 5;
        }
        return id.toString();
    }
}
