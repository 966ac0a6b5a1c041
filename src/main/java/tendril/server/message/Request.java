package tendril.server.message;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One request as it stood on the wire. Immutable.
 *
 * @param method       the method, as sent: methods are case-sensitive
 * @param target       the path and query, percent-encoded, one character a byte; {@code *} for the server as a whole
 * @param path         the target without query, decoded, with repeated slashes as one
 * @param minorVersion 0 or 1: HTTP/1.0 or HTTP/1.1
 * @param host         the host it was meant for, lower case, without port; empty when the client did not say
 * @param authority    that host as sent, with its port
 * @param headers      the header fields in their order
 * @param body         the body, empty when there is none
 * @param client       the address it came from
 */
public record Request(
        String method,
        String target,
        String path,
        int minorVersion,
        String host,
        String authority,
        List<Header> headers,
        byte[] body,
        InetAddress client) {
    /** A header field. Names are kept in lower case. */
    public record Header(String name, String value) {}

    /** What stands behind the first question mark, percent-encoded. */
    public Query query() {
        int mark = target.indexOf('?');
        return Query.parse(mark < 0 ? "" : target.substring(mark + 1));
    }

    /** The fields of a form: those of the query and, when it was posted, those of the body, which win. */
    public Query form() {
        return isPost() ? query().with(new String(body, StandardCharsets.ISO_8859_1)) : query();
    }

    public boolean isPost() {
        return method.equals("POST");
    }

    public boolean isHead() {
        return method.equals("HEAD");
    }

    public boolean isGetOrHead() {
        return method.equals("GET") || isHead();
    }

    /** Whether the client wants to ask more on the same connection. */
    public boolean keepsAlive() {
        String connection = header("connection").orElse("").toLowerCase(Locale.ROOT);
        return minorVersion == 0 ? connection.contains("keep-alive") : !connection.contains("close");
    }

    /** The first header field of a name that is given in lower case. */
    public Optional<String> header(String name) {
        for (Header header : headers) {
            if (header.name().equals(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }
}
