package tendril.server.api;

import tendril.server.access.HostCheck;
import tendril.server.message.Request;

/**
 * Where this server is, as seen by whoever asks: what absolute links begin with. Immutable.
 *
 * @param own the server's own address, for clients that do not say by which name they found it, ending in a slash
 */
public record Base(String own) {
    private static final String ORIGINAL = "https://www.threatcrowd.org/";

    private String scheme() {
        return own.substring(0, own.indexOf("//") + 2);
    }

    /**
     * What links in the answer to a request begin with, ending in a slash. They lead back to wherever the client found
     * this server; under a name of the original they read as the original's did.
     */
    public String of(Request request) {
        if (request.host().isEmpty()) {
            return own;
        }
        return HostCheck.isOriginal(request.host()) ? ORIGINAL : scheme() + request.authority() + "/";
    }
}
