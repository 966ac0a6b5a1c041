package tendril.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tendril.server.access.ClientPace;
import tendril.server.access.Paces;
import tendril.server.access.Tls;
import tendril.server.engine.HttpLimits;
import tendril.server.engine.HttpSettings;
import tendril.server.maltego.LocalCommand;
import tendril.server.message.AccessLog;
import tendril.server.message.Faults;

/**
 * How a server is to run. Immutable.
 *
 * @param bind   the address to listen on; port 0 takes any free one
 * @param names  further host names the server may be asked by, beside its address and those the original had
 * @param tls    the certificate to answer HTTPS with; without one it speaks plain HTTP
 * @param cors   whether pages of other sites may read the API and the feeds in a browser
 * @param faults what goes wrong on purpose
 * @param limits what clients may send, and how long they may take
 * @param paces  how often which client may ask the API
 * @param access hears of every answer
 * @param localCommand how Maltego on this machine starts transforms, for the archive the server offers
 * @param clock  the time of votes, feeds and paces
 */
public record ServerOptions(
        InetSocketAddress bind,
        Set<String> names,
        Optional<Tls> tls,
        boolean cors,
        Faults faults,
        HttpLimits limits,
        Paces paces,
        AccessLog access,
        LocalCommand localCommand,
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
                Optional.empty(),
                false,
                Faults.none(),
                HttpLimits.USUAL,
                Paces.UNLIMITED,
                AccessLog.none(),
                new LocalCommand("tendril", Optional.empty()),
                InstantSource.system());
    }

    public ServerOptions withFaults(Faults given) {
        return new ServerOptions(bind, names, tls, cors, given, limits, paces, access, localCommand, clock);
    }

    public ServerOptions withNames(Set<String> given) {
        return new ServerOptions(
                bind, Set.copyOf(given), tls, cors, faults, limits, paces, access, localCommand, clock);
    }

    public ServerOptions withTls(Tls given) {
        return new ServerOptions(
                bind, names, Optional.of(given), cors, faults, limits, paces, access, localCommand, clock);
    }

    public ServerOptions withCors() {
        return new ServerOptions(bind, names, tls, true, faults, limits, paces, access, localCommand, clock);
    }

    /** For tests that wait for a limit to be reached. */
    public ServerOptions withLimits(HttpLimits given) {
        return new ServerOptions(bind, names, tls, cors, faults, given, paces, access, localCommand, clock);
    }

    public ServerOptions withClock(InstantSource given) {
        return new ServerOptions(bind, names, tls, cors, faults, limits, paces, access, localCommand, given);
    }

    /** One pace for every client. */
    public ServerOptions withPace(ClientPace given) {
        return withPaces(new Paces(given, List.of()));
    }

    public ServerOptions withPaces(Paces given) {
        return new ServerOptions(bind, names, tls, cors, faults, limits, given, access, localCommand, clock);
    }

    public ServerOptions withAccessLog(AccessLog given) {
        return new ServerOptions(bind, names, tls, cors, faults, limits, paces, given, localCommand, clock);
    }

    public ServerOptions withLocalCommand(LocalCommand given) {
        return new ServerOptions(bind, names, tls, cors, faults, limits, paces, access, given, clock);
    }

    HttpSettings http() {
        return new HttpSettings(bind, tls, limits, faults, clock);
    }
}
