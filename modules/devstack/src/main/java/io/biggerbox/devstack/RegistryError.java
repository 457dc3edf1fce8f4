package io.biggerbox.devstack;

/** An answer of the registry that is not a success, with Confluent's codes. */
final class RegistryError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    RegistryError(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** A refusal whose code begins with its HTTP status, as 40401 does. */
    static RegistryError coded(int code, String message) {
        return new RegistryError(code / 100, code, message);
    }

    static RegistryError noSubject(String subject) {
        return coded(40401, "Subject '" + subject + "' not found.");
    }

    static RegistryError noVersion(String version) {
        return coded(40402, "Version " + version + " not found.");
    }

    static RegistryError noSchema(String what) {
        return coded(40403, what + " not found");
    }

    static RegistryError invalidSchema(String why) {
        return coded(42201, "Invalid schema: " + why);
    }

    static RegistryError store(Exception cause) {
        RegistryError error = new RegistryError(500, 50001, "Error in the backend data store: " + cause.getMessage());
        error.initCause(cause);
        return error;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
