package io.biggerbox.text.discovery;

/** State that was written by another version and cannot be read. */
public final class DiscoveryFormatException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param message what cannot be read
     * @param cause why, or null
     */
    public DiscoveryFormatException(String message, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
    }
}
