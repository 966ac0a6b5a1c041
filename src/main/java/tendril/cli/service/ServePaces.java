package tendril.cli.service;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tendril.cli.console.PaceText;
import tendril.server.access.AddressBlock;
import tendril.server.access.ClientPace;
import tendril.server.access.Paces;

/** The options of {@code tendril serve} that say how often a client may ask. */
final class ServePaces {
    @Option(
            names = "--pace",
            paramLabel = "PACE",
            converter = PaceText.class,
            description = "How often one client may ask the API: 10s is one request in ten seconds, 10s:5 lets five"
                    + " come at once, off is no limit. Default: off on loopback, 10s:10 for other machines.")
    private Optional<ClientPace> pace = Optional.empty();

    @Option(
            names = "--client",
            paramLabel = "ADDRESS=PACE",
            converter = {AddressText.class, PaceText.class},
            description = "A pace of its own for a client or a block of them, as 10.1.0.0/16=1s:50. May be repeated;"
                    + " the first that fits counts.")
    private Map<AddressBlock, ClientPace> clients = new LinkedHashMap<>();

    @Option(
            names = "--like-the-original",
            description = "Hold clients to the original's pace, and tell those who ask too often what it said: status"
                    + " 200 and the text Too many connections, instead of 429.")
    private boolean likeTheOriginal;

    /**
     * The paces that were chosen.
     *
     * @param bound where the server listens
     */
    Paces on(InetAddress bound) {
        List<Paces.Named> named = new ArrayList<>();
        clients.forEach((block, own) -> named.add(new Paces.Named(block, words(own))));
        boolean limited = likeTheOriginal || !bound.isLoopbackAddress();
        ClientPace usual = pace.orElse(limited ? ClientPace.ORIGINAL : ClientPace.UNLIMITED);
        var paces = new Paces(words(usual), named);
        return pace.isPresent() || likeTheOriginal ? paces : paces.freeOnThisMachine();
    }

    private ClientPace words(ClientPace given) {
        return new ClientPace(given.interval(), given.burst(), likeTheOriginal);
    }

    /** Reads an address or a block of them. */
    static final class AddressText implements ITypeConverter<AddressBlock> {
        @Override
        public AddressBlock convert(String text) {
            return AddressBlock.parse(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no address. Write one, or a block of addresses as 10.1.0.0/16."));
        }
    }
}
