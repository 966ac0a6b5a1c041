package tendril.corpus.ingest.form;

import java.util.Arrays;
import tendril.corpus.Key;
import tendril.indicator.Domains;

/**
 * What was registered of host names, remembered, as sources name the same host many times. Of hosts that share a place
 * the last one is remembered. Confined to one thread.
 */
final class RegisteredNames {
    private static final int PLACE_BITS = 16;

    /** One host and the registered name above it. */
    private record Known(String host, String above) {}

    private final Known[] known = new Known[1 << PLACE_BITS];

    RegisteredNames() {
        Arrays.fill(known, new Known("", ""));
    }

    /** The registered name that a host is below; empty when it is not below any. */
    String above(String host) {
        int place = (host.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - PLACE_BITS);
        Known found = known[place];
        if (!found.host.equals(host)) {
            found = new Known(host, find(host));
            known[place] = found;
        }
        return found.above;
    }

    private static String find(String host) {
        String key = Key.of(host);
        return key.indexOf('.') == key.lastIndexOf('.')
                ? ""
                : Domains.registrable(key).filter(domain -> !domain.equals(key)).orElse("");
    }
}
