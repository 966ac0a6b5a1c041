package tendril.indicator.text;

import java.util.Optional;
import tendril.indicator.Addresses;
import tendril.indicator.Canonical;
import tendril.indicator.IndicatorType;
import tendril.indicator.word.DomainEnding;
import tendril.indicator.word.Marks;
import tendril.indicator.word.NameReading;
import tendril.indicator.word.Scheme;
import tendril.indicator.word.Script;

/** A URL in a text, from its scheme to the end of its path. Single-threaded. */
final class UrlReading {
    /** Longest user name and password before the at sign, in characters. */
    private static final int USER_LENGTH_MAX = 128;

    private static final int PORT_DIGITS_MAX = 5;

    private final Script script;
    private final NameReading host;
    private final PathReading path;
    private final DomainEnding endings;
    private int resume;

    UrlReading(Script script, NameReading host, PathReading path, DomainEnding endings) {
        this.script = script;
        this.host = host;
        this.path = path;
        this.endings = endings;
    }

    /** Where the text goes on after what was read last, whether or not it was kept: nothing is read twice. */
    int resume() {
        return resume;
    }

    Optional<Found> read(Scheme scheme) {
        resume = scheme.end();
        int at = scheme.end();
        int userEnd = userEnd(at);
        String user = script.slice(at, userEnd);
        at = userEnd;
        String name;
        if (isIpv6Host(at)) {
            int close = ipv6End(at);
            String inside = script.slice(at, close);
            name = inside.startsWith("[") ? inside : "[" + inside + "]";
            at = close;
        } else {
            // "http://[evil.example" and "http://(evil.example)": brackets that mean nothing.
            int skip = Script.isOpener(script.at(at)) && Script.isLabel(script.at(at + 1)) ? 1 : 0;
            host.readHost(at + skip);
            int count = host.isEmpty() || host.isOverlong() ? 0 : labels();
            if (count == 0) {
                return Optional.empty();
            }
            name = host.name(count);
            at = host.end(count);
            if (count == 1 && !scheme.plain() && !name.equalsIgnoreCase("localhost")) {
                // "http:// and": a single word is a host only where nothing else was bent.
                return Optional.empty();
            }
            if (Script.isCloser(script.at(at)) && skip > 0) {
                at++;
            }
        }
        int hostEnd = at;
        String port = "";
        int colon = colonLength(at);
        int digits = at + colon;
        while (colon > 0 && digits - at - colon < PORT_DIGITS_MAX && Script.isDigit(script.at(digits))) {
            digits++;
        }
        if (digits > at + colon) {
            port = ":" + script.slice(at + colon, digits);
            at = digits;
        }
        return withPath(scheme, user + name, port, hostEnd, at);
    }

    private Optional<Found> withPath(Scheme scheme, String place, String port, int hostEnd, int at) {
        String tail = "";
        int end = at;
        if (isPathStart(at)) {
            path.read(at);
            tail = path.path();
            end = path.end();
        }
        resume = end;
        String url = scheme.name() + "://" + place;
        int ending = end;
        return accepted(url + port + tail, scheme.start(), ending)
                // The path or the port may be what is wrong; the host is still worth having.
                .or(() -> accepted(url, scheme.start(), hostEnd));
    }

    /** How many labels belong to the host; all if it is no public name, because the scheme vouches for it. */
    private int labels() {
        if (host.labels() == 1 || host.isNumeric()) {
            return firmLabels();
        }
        int count = endings.cut(host);
        return count > 0 ? count : firmLabels();
    }

    private int firmLabels() {
        if (host.labels() == 4 && Addresses.ipv4Bytes(host.name(4)).length > 0) {
            return 4;
        }
        for (int i = 1; i < host.labels(); i++) {
            if (host.dotBefore(i) == Marks.Strength.WEAK) {
                return i;
            }
        }
        return host.labels();
    }

    /** Where the user part ends, after its at sign; the start if there is none. */
    private int userEnd(int start) {
        int at = start;
        while (at - start < USER_LENGTH_MAX) {
            char c = script.at(at);
            if (c == '@') {
                return at + 1;
            }
            if (!(Script.isAlphanumeric(c) || "-._~!$&'()*+,;=:%".indexOf(c) >= 0) || c == '\0') {
                return start;
            }
            at++;
        }
        return start;
    }

    private boolean isIpv6Host(int at) {
        return ipv6End(at) > at;
    }

    /** Where an IPv6 host ends, with its brackets; the start if there is none. */
    private int ipv6End(int start) {
        boolean bracket = script.at(start) == '[';
        int from = bracket ? start + 1 : start;
        int at = from;
        while (at - from < 50
                && (Canonical.isHexDigit(script.at(at)) || ":.".indexOf(script.at(at)) >= 0)
                && script.at(at) != 0) {
            at++;
        }
        String address = script.slice(from, Math.min(at, script.length()));
        boolean whole = Addresses.ipv6Bytes(address).length > 0;
        return !whole ? start : !bracket ? at : script.at(at) == ']' ? at + 1 : start;
    }

    /** The length of a colon before a port, {@code [:]} included. */
    int colonLength(int at) {
        if (script.at(at) == ':' && Script.isDigit(script.at(at + 1))) {
            return 1;
        }
        boolean bracketed = Script.isOpener(script.at(at))
                && script.at(at + 1) == ':'
                && Script.isCloser(script.at(at + 2))
                && Script.isDigit(script.at(at + 3));
        return bracketed ? 3 : 0;
    }

    boolean isPathStart(int at) {
        char c = script.at(at);
        if (c == '/' || c == '?' || c == '#') {
            return true;
        }
        if (c == '\\') {
            return script.at(at + 1) == '/';
        }
        return Script.isOpener(c) && "/?".indexOf(script.at(at + 1)) >= 0 && Script.isCloser(script.at(at + 2));
    }

    private static Optional<Found> accepted(String url, int start, int end) {
        return Canonical.parse(IndicatorType.URL, url)
                .indicator()
                .map(one -> new Found(one.type(), one.value(), start, end));
    }
}
