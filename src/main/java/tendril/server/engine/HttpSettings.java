package tendril.server.engine;

import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import tendril.server.access.Tls;
import tendril.server.message.Faults;

/**
 * How HTTP is spoken, whatever is answered. Immutable.
 *
 * @param bind   the address to listen on; port 0 takes any free one
 * @param tls    the certificate to answer HTTPS with; without one it is plain HTTP
 * @param limits what clients may send, and how long they may take
 * @param faults what goes wrong on purpose
 * @param clock  the time of the access log
 */
public record HttpSettings(
        InetSocketAddress bind, Optional<Tls> tls, HttpLimits limits, Faults faults, InstantSource clock) {}
