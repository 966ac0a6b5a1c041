package tendril.settings;

import java.util.Optional;

/**
 * Which server is asked, and by which way. Immutable.
 *
 * @param baseUrl     the ThreatCrowd-compatible server to ask; empty for the one that is built in
 * @param corpus      the corpus file that the built-in server answers from; empty for the demo corpus
 * @param proxy       an HTTP proxy that every request goes through, {@code host:port}
 * @param authorities a file of certificates (PEM) that are trusted besides the system's own
 */
public record Network(
        Optional<String> baseUrl, Optional<String> corpus, Optional<String> proxy, Optional<String> authorities) {
    /** The built-in server over the demo corpus, asked directly. */
    public static final Network DEFAULT =
            new Network(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
