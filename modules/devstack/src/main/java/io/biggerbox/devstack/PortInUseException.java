package io.biggerbox.devstack;

/** Another program listens on a port that the stack was told to use. */
public final class PortInUseException extends DevStackException {
    private static final long serialVersionUID = 1L;

    private final int port;

    PortInUseException(String user, int port, Throwable cause) {
        super(
                "port " + port + " on " + Ports.LOOPBACK + ", wanted for the " + user
                        + ", is in use: stop the program that listens there (maybe another stack), or choose another port",
                cause);
        this.port = port;
    }

    /** The port, 1 to 65535. */
    public int port() {
        return port;
    }
}
