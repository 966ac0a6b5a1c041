package tendril.indicator.text;

import java.util.Optional;
import tendril.indicator.Addresses;
import tendril.indicator.Canonical;
import tendril.indicator.IndicatorType;
import tendril.indicator.word.Prose;
import tendril.indicator.word.Script;

/** The indicators of fixed shape in a text: CVE and AS numbers, IPv6 addresses, blocks, addresses with commas. */
final class ShortReadings {
    private static final int CVE_DIGITS_MAX = 19;
    private static final int AS_DIGITS_MAX = 10;

    /** Longest run of hexadecimal digits and colons looked at, in characters; an address has 45 at most. */
    private static final int IPV6_RUN_MAX = 64;

    private final Script script;
    private final boolean typed;

    ShortReadings(Script script, boolean typed) {
        this.script = script;
        this.typed = typed;
    }

    Optional<Found> read(int i) {
        char c = script.at(i);
        Optional<Found> found = Optional.empty();
        if (c == 'c' || c == 'C') {
            found = cve(i);
        } else if (c == 'a' || c == 'A') {
            found = autonomousSystem(i);
        }
        if (found.isEmpty() && (c == ':' || Canonical.isHexDigit(c))) {
            found = ipv6(i);
        }
        return found;
    }

    private Optional<Found> cve(int i) {
        if (!script.reads(i, "cve") || !(isDash(script.at(i + 3)) || script.at(i + 3) == ' ')) {
            return Optional.empty();
        }
        int year = digits(i + 4, 5);
        if (year != i + 8 || !isDash(script.at(year))) {
            return Optional.empty();
        }
        int end = digits(year + 1, CVE_DIGITS_MAX + 1);
        return Script.isLabel(script.at(end))
                ? Optional.empty()
                : accepted(
                        IndicatorType.CVE,
                        "CVE-" + script.slice(i + 4, i + 8) + "-" + script.slice(year + 1, end),
                        i,
                        end);
    }

    /** {@code AS64496}; in other spellings only with enough digits, or an N, to be no other word. */
    private Optional<Found> autonomousSystem(int i) {
        if (!script.reads(i, "as")) {
            return Optional.empty();
        }
        boolean number = script.reads(i, "asn");
        boolean capitals = script.at(i) == 'A' && script.at(i + 1) == 'S';
        int at = number ? i + 3 : i + 2;
        int first = at;
        while (first - at < 3 && (script.at(first) == ' ' || (number && ":#-=".indexOf(script.at(first)) >= 0))) {
            first++;
        }
        int end = digits(first, AS_DIGITS_MAX + 1);
        int count = end - first;
        boolean year = count == 4 && ("12".indexOf(script.at(first)) >= 0) && "09".indexOf(script.at(first + 1)) >= 0;
        int needed = number ? 1 : first > at ? (capitals && !year ? 4 : 11) : capitals ? 2 : 4;
        boolean machine = !number && count == 3 && script.reads(first, "400");
        char after = script.at(end);
        boolean whole = !Script.isLabel(after)
                && !((after == '.' || after == '-') && Script.isLabel(script.at(end + 1)) && !typed);
        return count >= needed && whole && !machine
                ? accepted(IndicatorType.AS, script.slice(first, end), i, end)
                : Optional.empty();
    }

    private Optional<Found> ipv6(int i) {
        char before = script.at(i - 1);
        if (before == ':' && (script.at(i - 2) == ':' || Canonical.isHexDigit(script.at(i - 2)))) {
            return Optional.empty();
        }
        var address = new StringBuilder();
        int at = i;
        int colons = 0;
        while (at - i < IPV6_RUN_MAX) {
            char c = script.at(at);
            boolean bracketed = c == '[' && script.at(at + 1) == ':' && script.at(at + 2) == ']';
            boolean dot = c == '[' && script.at(at + 1) == '.' && script.at(at + 2) == ']';
            if (!(bracketed || dot || c == ':' || (c == '.' && colons > 1) || Canonical.isHexDigit(c))) {
                break;
            }
            address.append(bracketed ? ':' : dot ? '.' : c);
            colons += c == ':' || bracketed ? 1 : 0;
            at += bracketed || dot ? 3 : 1;
        }
        while (address.length() > 2 && at > i && isLooseEnd(address)) {
            address.setLength(address.length() - 1);
            at--;
        }
        String text = address.toString();
        int end = at;
        if (colons < 2 || Script.isLabel(script.at(end)) || Addresses.ipv6Bytes(text).length == 0) {
            return Optional.empty();
        }
        Optional<Found> block = block(text, i, end);
        if (block.isPresent()) {
            return block;
        }
        return typed || isLikely(text, i) ? accepted(IndicatorType.IPV6, text, i, end) : Optional.empty();
    }

    private static boolean isLooseEnd(StringBuilder address) {
        int last = address.length() - 1;
        return address.charAt(last) == '.' || (address.charAt(last) == ':' && address.charAt(last - 1) != ':');
    }

    /** Code has colons too: {@code a::b}, {@code x[1::2]}, and prose has times, keys and MAC addresses. */
    private boolean isLikely(String address, int i) {
        if (address.equals("::")) {
            return false;
        }
        if (address.startsWith("::")) {
            boolean slice = script.at(i - 1) == '[' && Script.isLabel(script.at(i - 2));
            return (address.equals("::1") && !slice) || address.startsWith("::ffff:") || address.startsWith("::FFFF:");
        }
        int gap = address.indexOf("::");
        if (gap < 0) {
            // Eight pairs of digits are a key or an EUI-64.
            return address.length() != 23 || address.split(":", -1)[0].length() != 2;
        }
        String first = address.substring(0, address.indexOf(':'));
        boolean digit = address.chars().anyMatch(c -> c >= '0' && c <= '9');
        return digit && (first.length() >= 3 || address.startsWith("64:") || address.indexOf(':') != gap);
    }

    /** A prefix length after an address makes it a block. */
    Optional<Found> block(String address, int start, int end) {
        int slash = script.at(end) == '/' ? 1 : script.at(end) == '\\' && script.at(end + 1) == '/' ? 2 : 0;
        if (script.at(end) == '[' && script.at(end + 1) == '/' && script.at(end + 2) == ']') {
            slash = 3;
        }
        int last = digits(end + slash, 4);
        char after = script.at(last);
        boolean whole =
                !Script.isLabel(after) && after != '/' && !(after == '.' && Script.isLabel(script.at(last + 1)));
        return slash > 0 && last > end + slash && whole
                ? accepted(IndicatorType.CIDR, address + "/" + script.slice(end + slash, last), start, last)
                : Optional.empty();
    }

    /** {@code 198,51,100,7}: four numbers with commas, alone between spaces. */
    Optional<Found> commaAddress(int start, Prose prose, boolean believed) {
        char before = script.at(start - 1);
        if (!isSeparate(before)) {
            return Optional.empty();
        }
        var quad = new StringBuilder();
        int at = start;
        for (int part = 0; part < 4; part++) {
            if (part > 0) {
                if (script.at(at) != ',') {
                    return Optional.empty();
                }
                quad.append('.');
                at++;
            }
            int end = digits(at, 4);
            quad.append(script.slice(at, end));
            at = end;
        }
        char after = script.at(at);
        return isSeparate(after) && (believed || prose.isAddress(start))
                ? accepted(IndicatorType.IPV4, quad.toString(), start, at)
                : Optional.empty();
    }

    /** Space, quotation marks or brackets: not the sign of a longer list of numbers. */
    private static boolean isSeparate(char c) {
        return c == '\0' || Character.isWhitespace(c) || "\"'()[]<>|;\u201c\u201d".indexOf(c) >= 0;
    }

    private int digits(int i, int max) {
        int at = i;
        while (at - i < max && Script.isDigit(script.at(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '_' || (c >= '\u2010' && c <= '\u2014');
    }

    private static Optional<Found> accepted(IndicatorType type, String value, int start, int end) {
        return Canonical.parse(type, value)
                .indicator()
                .map(indicator -> new Found(type, indicator.value(), start, end));
    }
}
