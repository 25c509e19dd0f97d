package io.dataflows.engine.http;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. May block. */
interface HostResolver {

    /** @throws UnknownHostException when there are none */
    List<InetAddress> resolve(String name) throws UnknownHostException;

    /** The one of this machine. */
    static HostResolver ofMachine() {
        return name -> List.of(InetAddress.getAllByName(name));
    }

    /** Whether one of this machine's network interfaces has the address; when that can't be told, it counts as one. */
    static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unreadable) {
            return true;
        }
    }
}
