package tendril.server.access;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * How often which client may ask. Immutable.
 *
 * @param usual the pace of every client that has none of its own
 * @param named clients with a pace of their own; the first that fits counts
 */
public record Paces(ClientPace usual, List<Named> named) {
    /** Nobody is held to anything. */
    public static final Paces UNLIMITED = new Paces(ClientPace.UNLIMITED, List.of());

    private static final List<String> THIS_MACHINE = List.of("127.0.0.0/8", "::1");

    public Paces {
        named = List.copyOf(named);
    }

    /** Some clients and their pace. */
    public record Named(AddressBlock clients, ClientPace pace) {}

    /** The same with no limit for programs on this machine, unless they are named. */
    public Paces freeOnThisMachine() {
        List<Named> more = new ArrayList<>(named);
        for (String block : THIS_MACHINE) {
            more.add(new Named(AddressBlock.parse(block).orElseThrow(), ClientPace.UNLIMITED));
        }
        return new Paces(usual, more);
    }

    public ClientPace of(InetAddress client) {
        for (Named one : named) {
            if (one.clients().contains(client)) {
                return one.pace();
            }
        }
        return usual;
    }
}
