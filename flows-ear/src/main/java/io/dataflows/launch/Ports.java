package io.dataflows.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports of 127.0.0.1. */
public final class Ports {

    private Ports() {}

    /** Whether nobody listens there. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** The preferred port when nobody listens there, else any free one. */
    public static int freeOr(int preferred) throws IOException {
        return isFree(preferred) ? preferred : anyFree();
    }

    /** A port that was free just now. */
    public static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
