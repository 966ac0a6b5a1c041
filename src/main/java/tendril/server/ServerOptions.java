package tendril.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Set;

/**
 * How a server is to run. Immutable.
 *
 * @param bind   the address to listen on; port 0 takes any free one
 * @param names  further host names the server may be asked by, beside its address and those the original had
 * @param faults what goes wrong on purpose
 * @param limits what clients may send, and how long they may take
 * @param pace   how often one client may ask the API
 * @param access hears of every answer
 * @param clock  the time of votes, feeds and paces
 */
public record ServerOptions(
        InetSocketAddress bind,
        Set<String> names,
        Faults faults,
        HttpLimits limits,
        ClientPace pace,
        AccessLog access,
        InstantSource clock) {
    /** A server that only this machine reaches, without faults. */
    public static ServerOptions loopback(int port) {
        return at(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** A server without faults on any address of this machine. */
    public static ServerOptions at(InetSocketAddress bind) {
        return new ServerOptions(
                bind,
                Set.of(),
                Faults.none(),
                HttpLimits.USUAL,
                ClientPace.UNLIMITED,
                AccessLog.none(),
                InstantSource.system());
    }

    public ServerOptions withFaults(Faults given) {
        return new ServerOptions(bind, names, given, limits, pace, access, clock);
    }

    public ServerOptions withNames(Set<String> given) {
        return new ServerOptions(bind, Set.copyOf(given), faults, limits, pace, access, clock);
    }

    /** For tests that wait for a limit to be reached. */
    public ServerOptions withLimits(HttpLimits given) {
        return new ServerOptions(bind, names, faults, given, pace, access, clock);
    }

    public ServerOptions withClock(InstantSource given) {
        return new ServerOptions(bind, names, faults, limits, pace, access, given);
    }

    public ServerOptions withPace(ClientPace given) {
        return new ServerOptions(bind, names, faults, limits, given, access, clock);
    }

    public ServerOptions withAccessLog(AccessLog given) {
        return new ServerOptions(bind, names, faults, limits, pace, given, clock);
    }
}
