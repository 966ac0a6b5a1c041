package tendril.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;

/**
 * How a server is to run. Immutable.
 *
 * @param bind   the address to listen on; port 0 takes any free one
 * @param names  further host names the server may be asked by, beside its address and those the original had
 * @param faults what goes wrong on purpose
 * @param limits what clients may send, and how long they may take
 */
public record ServerOptions(InetSocketAddress bind, Set<String> names, Faults faults, HttpLimits limits) {
    /** A server that only this machine reaches, without faults. */
    public static ServerOptions loopback(int port) {
        return at(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** A server without faults on any address of this machine. */
    public static ServerOptions at(InetSocketAddress bind) {
        return new ServerOptions(bind, Set.of(), Faults.none(), HttpLimits.USUAL);
    }

    public ServerOptions withFaults(Faults given) {
        return new ServerOptions(bind, names, given, limits);
    }

    public ServerOptions withNames(Set<String> given) {
        return new ServerOptions(bind, Set.copyOf(given), faults, limits);
    }

    /** For tests that wait for a limit to be reached. */
    public ServerOptions withLimits(HttpLimits given) {
        return new ServerOptions(bind, names, faults, given);
    }
}
