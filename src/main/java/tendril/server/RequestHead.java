package tendril.server;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The request line and header fields of one request, read strictly where two readers could differ and leniently
 * elsewhere: targets may hold raw spaces and raw bytes, as old clients send them. Immutable once parsed.
 */
final class RequestHead {
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
        String[] lines = text.split("\r?\n", -1);
        head.requestLine(lines[0]);
        for (int i = 1; i < lines.length && head.refused.isEmpty(); i++) {
            if (!lines[i].isEmpty()) {
                head.header(lines[i]);
            }
        }
        if (head.headers.size() > headersMax) {
            head.refuse(431, "The request has more than " + headersMax + " header fields.");
        }
        head.checkFraming();
        head.findAuthority();
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
        if (values("transfer-encoding").findAny().isPresent()) {
            refuse(411, "Send the body with a Content-Length; transfer encodings are not taken here.");
            return;
        }
        List<String> lengths = values("content-length").distinct().toList();
        boolean bad = lengths.size() > 1
                || lengths.stream()
                        .anyMatch(length -> length.isEmpty() || !length.chars().allMatch(c -> c >= '0' && c <= '9'));
        if (bad) {
            refuse(400, "The Content-Length is not one number.");
        }
    }

    private void findAuthority() {
        List<String> hosts = values("host").toList();
        if (hosts.size() > 1 || (hosts.isEmpty() && minorVersion == 1)) {
            refuse(400, "An HTTP/1.1 request names its host exactly once.");
            return;
        }
        authority = hosts.isEmpty() ? "" : hosts.getFirst();
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

    Optional<Incoming.Refused> refused() {
        return refused;
    }

    boolean expectsContinue() {
        return values("expect").anyMatch("100-continue"::equalsIgnoreCase);
    }

    /** The length of the body; more than {@code max} when it is more than that, however much. */
    int bodyBytes(int max) {
        String length = values("content-length").findFirst().orElse("0");
        String digits = length.replaceFirst("^0+(?=.)", "");
        return digits.length() > 9 ? max + 1 : Math.min(Integer.parseInt(digits), max + 1);
    }

    Request request(byte[] body, InetAddress client) {
        return new Request(
                method, target, minorVersion, hostOf(authority), authority, List.copyOf(headers), body, client);
    }

    /** The host of an authority: lower case, without port and final dot. IPv6 addresses keep their brackets. */
    private static String hostOf(String authority) {
        int portColon = authority.lastIndexOf(':');
        boolean hasPort = portColon > authority.lastIndexOf(']');
        String host = hasPort ? authority.substring(0, portColon) : authority;
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private Stream<String> values(String name) {
        return headers.stream().filter(header -> header.name().equals(name)).map(Request.Header::value);
    }

    private void refuse(int status, String sentence) {
        if (refused.isEmpty()) {
            refused = Optional.of(new Incoming.Refused(status, sentence));
        }
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c < ' ' || c == 0x7F);
    }

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || TOKEN_SIGNS.indexOf(c) >= 0);
    }
}
