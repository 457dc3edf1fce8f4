package io.biggerbox.devstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on the loopback address. */
final class Ports {
    static final String LOOPBACK = "127.0.0.1";
    private static final int MAX = 65535;

    private Ports() {}

    /**
     * Makes sure that a port can be had. Kafka itself reports a taken port as pages of stack traces.
     *
     * @param user who wants it, for the message
     * @param port 0 for any free one
     * @return {@code port}, or the free one that was found; nothing holds it, so use it soon
     * @throws PortInUseException if another program listens there
     */
    static int claim(String user, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address(port), 1);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PortInUseException(user, port, e);
        }
    }

    static InetSocketAddress address(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(LOOPBACK, new byte[] {127, 0, 0, 1}), port);
        } catch (IOException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    static int requirePort(String name, int port) {
        if (port < 0 || port > MAX) {
            throw new IllegalArgumentException(name + " must be 0 (any free port) to " + MAX + ": " + port);
        }
        return port;
    }
}
