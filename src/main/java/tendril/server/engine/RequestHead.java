package tendril.server.engine;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tendril.server.message.Query;
import tendril.server.message.Request;

/**
 * The request line and header fields of one request, read strictly where two readers could differ and leniently
 * elsewhere: targets may hold raw spaces and raw bytes, as old clients send them. Immutable once parsed.
 */
final class RequestHead {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern PORT = Pattern.compile("\\d{0,5}");
    private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

    private String method = "";
    private String target = "";
    private int minorVersion;
    private String authority = "";
    private final List<Request.Header> headers = new ArrayList<>();
    private Optional<Incoming.Refused> refused = Optional.empty();

    private RequestHead() {}

    static RequestHead parse(String text, int headersMax) {
        var head = new RequestHead();
        int at = 0;
        boolean first = true;
        while (at < text.length() && head.refused.isEmpty()) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            int stop = end < 0 ? text.length() : end;
            String line = text.substring(at, stop > at && text.charAt(stop - 1) == '\r' ? stop - 1 : stop);
            if (first) {
                head.requestLine(line);
            } else if (!line.isEmpty()) {
                head.header(line);
            }
            first = false;
            at = next;
        }
        if (head.headers.size() > headersMax) {
            head.refuse(431, "The request has more than " + headersMax + " header fields.");
        }
        head.checkFraming();
        head.findAuthority();
        head.checkPort();
        return head;
    }

    private void requestLine(String line) {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        if (first <= 0 || last == first) {
            refuse(400, "The first line is not of the form: method, target, HTTP version.");
            return;
        }
        method = line.substring(0, first);
        target = line.substring(first + 1, last).strip();
        String version = line.substring(last + 1);
        if (version.equals("HTTP/1.1") || version.equals("HTTP/1.0")) {
            minorVersion = version.charAt(7) - '0';
        } else {
            refuse(version.startsWith("HTTP/") ? 505 : 400, "This server speaks HTTP/1.0 and HTTP/1.1 only.");
        }
        if (!isToken(method) || target.isEmpty() || hasControl(target)) {
            refuse(400, "The first line holds characters that a request line cannot have.");
        }
    }

    private void header(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || !isToken(line.substring(0, colon))) {
            refuse(400, "A header field is not of the form name: value.");
            return;
        }
        String value = line.substring(colon + 1).strip();
        if (hasControl(value.replace('\t', ' '))) {
            refuse(400, "A header field holds control characters.");
            return;
        }
        headers.add(new Request.Header(line.substring(0, colon).toLowerCase(Locale.ROOT), value));
    }

    /** Two readers must never differ about where a body ends. */
    private void checkFraming() {
        List<String> encodings = values("transfer-encoding");
        List<String> lengths = values("content-length");
        if (!encodings.isEmpty() && !lengths.isEmpty()) {
            refuse(400, "The request states both a Content-Length and a transfer encoding.");
            return;
        }
        boolean chunked = encodings.size() == 1 && encodings.getFirst().equalsIgnoreCase("chunked");
        if (!encodings.isEmpty() && (!chunked || minorVersion == 0)) {
            refuse(411, "Send the body with a Content-Length, or in chunks; no other transfer encoding is taken here.");
            return;
        }
        boolean bad = false;
        for (String length : lengths) {
            bad |= !length.equals(lengths.getFirst()) || !DIGITS.matcher(length).matches();
        }
        if (bad) {
            refuse(400, "The Content-Length is not one number.");
        }
    }

    private void findAuthority() {
        List<String> hosts = values("host");
        if (hosts.size() > 1 || (hosts.isEmpty() && minorVersion == 1)) {
            refuse(400, "An HTTP/1.1 request names its host exactly once.");
            return;
        }
        authority = hosts.isEmpty() ? "" : hosts.getFirst();
        // A fragment is the client's own affair; some send it all the same.
        int fragment = target.indexOf('#');
        target = fragment > 0 ? target.substring(0, fragment) : target;
        String lower = target.toLowerCase(Locale.ROOT);
        int scheme = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : 0;
        if (scheme > 0) {
            int end = scheme;
            while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
                end++;
            }
            authority = target.substring(scheme, end);
            target = end < target.length() && target.charAt(end) == '/'
                    ? target.substring(end)
                    : "/" + target.substring(end);
        }
    }

    private void checkPort() {
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        if (hasPort
                && !PORT.matcher(authority)
                        .region(colon + 1, authority.length())
                        .matches()) {
            refuse(400, "The port in the host is not a number.");
        }
    }

    Optional<Incoming.Refused> refused() {
        return refused;
    }

    /** Whether a body follows. */
    boolean hasBody() {
        return isChunked() || !values("content-length").isEmpty();
    }

    /** Whether the body comes in chunks, so that its length is not known before its end. */
    boolean isChunked() {
        return !values("transfer-encoding").isEmpty();
    }

    boolean expectsContinue() {
        return values("expect").stream().anyMatch("100-continue"::equalsIgnoreCase);
    }

    /** The length of the body; more than {@code max} when it is more than that, however much. */
    int bodyBytes(int max) {
        List<String> lengths = values("content-length");
        if (lengths.isEmpty()) {
            return 0;
        }
        String length = lengths.getFirst();
        String digits = length.replaceFirst("^0+(?=.)", "");
        return digits.length() > 9 ? max + 1 : Math.min(Integer.parseInt(digits), max + 1);
    }

    Request request(byte[] body, InetAddress client) {
        return new Request(
                method, target, path(), minorVersion, hostOf(authority), authority, List.copyOf(headers), body, client);
    }

    private String path() {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (path.indexOf('%') >= 0) {
            path = Query.decode(path.replace("+", "%2B"));
        }
        path = path.replace("/./", "/");
        while (path.contains("//")) {
            path = path.replace("//", "/");
        }
        return path;
    }

    /** The host of an authority: lower case, without port and final dot. IPv6 addresses keep their brackets. */
    private static String hostOf(String authority) {
        int portColon = authority.lastIndexOf(':');
        boolean hasPort = portColon > authority.lastIndexOf(']');
        String host = hasPort ? authority.substring(0, portColon) : authority;
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private List<String> values(String name) {
        List<String> values = List.of();
        for (Request.Header header : headers) {
            if (header.name().equals(name)) {
                values = values.isEmpty() ? new ArrayList<>() : values;
                values.add(header.value());
            }
        }
        return values;
    }

    private void refuse(int status, String sentence) {
        if (refused.isEmpty()) {
            refused = Optional.of(new Incoming.Refused(status, sentence));
        }
    }

    /** Whether a request may begin with this byte. Those of other protocols do not, and never come to an empty line. */
    static boolean canBegin(byte first) {
        return (first >= 'a' && first <= 'z')
                || (first >= 'A' && first <= 'Z')
                || (first >= '0' && first <= '9')
                || TOKEN_SIGNS.indexOf(first) >= 0;
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7F) {
                return true;
            }
        }
        return false;
    }

    private static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && TOKEN_SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
