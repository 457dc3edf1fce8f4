package io.biggerbox.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Stable stand-ins: for customers the source does not name, for e-mail addresses that must not become record keys, and for
 * records without an id. The same input gives the same stand-in on every machine and in every release. It is a hash, not
 * encryption: who knows an address can recompute its stand-in.
 */
final class Pseudonym {

    private static final String PREFIX = "h:";
    private static final int HEX_DIGITS = 32;
    private static final Set<String> NOBODY = Set.of(
            "",
            "-",
            "--",
            "0",
            "-1",
            "?",
            "anon",
            "anonymous",
            "anonymous user",
            "guest",
            "n/a",
            "na",
            "nan",
            "nil",
            "nobody",
            "none",
            "not available",
            "null",
            "undefined",
            "unknown",
            "unknown user");

    private Pseudonym() {}

    /** A stand-in for the parts taken together: {@code h:} and 128 bits of SHA-256 in hexadecimal. */
    static String of(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // The length first, so that parts cannot run into each other.
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return PREFIX + HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    }

    /** The customer id as it is, or the stand-in of an e-mail address, whatever its case. */
    static String customer(String id) {
        return isEmail(id) ? of("e-mail", id.toLowerCase(Locale.ROOT)) : id;
    }

    /** True for what tools write where they do not know the customer: taken for an id it would make many people one. */
    static boolean isNobody(String id) {
        return NOBODY.contains(id.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isEmail(String id) {
        int at = id.indexOf('@');
        return at > 0 && at == id.lastIndexOf('@') && id.indexOf('.', at) > at + 1 && id.indexOf(' ') < 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
