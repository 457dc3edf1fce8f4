package io.biggerbox.topologies.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Recognises a customer without naming them: SHA-256 of the id, behind a prefix of our own. */
public final class CustomerDigest {

    private static final byte[] PREFIX = "biggerbox erasure\0".getBytes(UTF_8);

    private CustomerDigest() {}

    /** The digest of a customer's id, 64 hexadecimal digits. */
    public static String of(String customer) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(PREFIX);
            return HexFormat.of().formatHex(sha.digest(customer.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
