package tendril.indicator;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.List;
import java.util.Optional;

/**
 * IPv4 and IPv6 addresses and blocks: their canonical form, and which of them are nobody's. Pure and thread-safe.
 *
 * <p>IPv4 is four decimal numbers without leading zeros and nothing else: the octal, hexadecimal and short forms that
 * {@code inet_aton} takes mean different addresses to different programs. IPv6 follows RFC 5952. An IPv4-mapped address
 * ({@code ::ffff:192.0.2.1}) stays an IPv6 address, in the mixed form that RFC 5952 recommends: it is what the source
 * saw, and it is never merged with the IPv4 address inside.
 */
public final class Addresses {
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
    private static final int IPV6_GROUPS = 8;

    /** Longest text that can be an IPv6 address: eight groups, the last two as IPv4. */
    private static final int IPV6_LENGTH_MAX = 45;

    /** Blocks that stand for no host on the public internet (IANA special-purpose registries, RFC 6890 and later). */
    private static final List<SpecialBlock> SPECIAL_BLOCKS = List.of(
            special("0.0.0.0", 8, "means “this network” (RFC 1122)"),
            special("10.0.0.0", 8, "is private (RFC 1918)"),
            special("100.64.0.0", 10, "is shared by a carrier's customers (RFC 6598)"),
            special("127.0.0.0", 8, "is the loopback of every machine (RFC 1122)"),
            special("169.254.0.0", 16, "is link-local (RFC 3927)"),
            special("172.16.0.0", 12, "is private (RFC 1918)"),
            special("192.0.0.0", 24, "is reserved for protocols (RFC 6890)"),
            special("192.0.2.0", 24, "is for documentation (RFC 5737)"),
            special("192.168.0.0", 16, "is private (RFC 1918)"),
            special("198.18.0.0", 15, "is for measuring networks (RFC 2544)"),
            special("198.51.100.0", 24, "is for documentation (RFC 5737)"),
            special("203.0.113.0", 24, "is for documentation (RFC 5737)"),
            special("224.0.0.0", 4, "is multicast (RFC 5771)"),
            special("255.255.255.255", 32, "is the broadcast address (RFC 919)"),
            special("240.0.0.0", 4, "is reserved (RFC 1112)"),
            special("::", 128, "is the unspecified address (RFC 4291)"),
            special("::1", 128, "is the loopback of every machine (RFC 4291)"),
            special("::ffff:0:0", 96, "is an IPv4 address inside IPv6 (RFC 4291)"),
            special("64:ff9b:1::", 48, "is for local translation to IPv4 (RFC 8215)"),
            special("100::", 64, "is thrown away by routers (RFC 6666)"),
            special("2001:db8::", 32, "is for documentation (RFC 3849)"),
            special("3fff::", 20, "is for documentation (RFC 9637)"),
            special("fc00::", 7, "is private (RFC 4193)"),
            special("fe80::", 10, "is link-local (RFC 4291)"),
            special("ff00::", 8, "is multicast (RFC 4291)"));

    private Addresses() {}

    /**
     * Why the address or block belongs to no host on the public internet, as the end of a sentence: {@code is private
     * (RFC 1918)}. Empty for public addresses and for indicators that are no addresses.
     *
     * @param indicator an {@code IPV4}, {@code IPV6} or {@code CIDR} in canonical form
     */
    public static Optional<String> specialUse(Indicator indicator) {
        return switch (indicator.type()) {
            case IPV4, IPV6 -> specialUse(indicator.value(), Integer.MAX_VALUE);
            case CIDR -> {
                int slash = indicator.value().indexOf('/');
                yield slash < 0
                        ? Optional.empty()
                        : specialUse(
                                indicator.value().substring(0, slash),
                                decimal(indicator.value().substring(slash + 1)));
            }
            case DOMAIN, EMAIL, URL, MD5, SHA1, SHA256, SHA512, AS, MALWARE, CVE, PHRASE -> Optional.empty();
        };
    }

    /** Whether the address or block belongs to no host on the public internet: see {@link #specialUse}. */
    public static boolean isSpecial(Indicator indicator) {
        return specialUse(indicator).isPresent();
    }

    private static Optional<String> specialUse(String address, int prefixBits) {
        byte[] bytes = address.indexOf(':') < 0 ? ipv4Bytes(address) : ipv6Bytes(address);
        return SPECIAL_BLOCKS.stream()
                .filter(block -> block.bits() <= prefixBits && startsAlike(block.bytes(), bytes, block.bits()))
                .map(SpecialBlock::use)
                .findFirst();
    }

    static Reading parseIpv4(String given) {
        byte[] bytes = ipv4Bytes(given);
        if (bytes.length == 0) {
            return new Reading.Refused("“" + Shown.quote(given) + "” is not an IPv4 address: " + Ipv4Fault.of(given));
        }
        return Reading.accepted(IndicatorType.IPV4, new IPv4Address(bytes).toCanonicalString());
    }

    static Reading parseIpv6(String given) {
        if (given.indexOf('%') >= 0) {
            return new Reading.Refused("“" + Shown.quote(given) + "” carries a zone (the part from %), which only means"
                    + " something on the machine that wrote it. Write the address without the zone.");
        }
        String bare = given.startsWith("[") && given.endsWith("]") ? given.substring(1, given.length() - 1) : given;
        byte[] bytes = ipv6Bytes(bare);
        if (bytes.length == 0) {
            return new Reading.Refused(
                    "“" + Shown.quote(given) + "” is not an IPv6 address: it needs eight groups of up"
                            + " to four hexadecimal digits, or one :: in place of groups of zeros. Check the groups.");
        }
        return Reading.accepted(IndicatorType.IPV6, canonical(bytes));
    }

    /** A block; bits beyond the prefix are cleared, because {@code 192.0.2.77/24} and its network are the same block. */
    static Reading parseCidr(String given) {
        int slash = given.indexOf('/');
        if (slash < 0) {
            return new Reading.Refused("“" + Shown.quote(given)
                    + "” is not an address block: it has no prefix length. Write it like 192.0.2.0/24.");
        }
        String address = given.substring(0, slash).strip();
        Reading reading = address.indexOf(':') < 0 ? parseIpv4(address) : parseIpv6(address);
        if (!(reading instanceof Reading.Accepted accepted)) {
            return reading;
        }
        byte[] bytes = accepted.value().type() == IndicatorType.IPV4 ? ipv4Bytes(address) : ipv6Bytes(address);
        int bitsMax = bytes.length * Byte.SIZE;
        int bits = decimal(given.substring(slash + 1).strip());
        if (bits < 0 || bits > bitsMax) {
            return new Reading.Refused("“" + Shown.quote(given) + "” is not an address block: the prefix length of an "
                    + accepted.value().type().label() + " is a number from 0 to " + bitsMax + ". Correct the part after"
                    + " the slash.");
        }
        for (int bit = bits; bit < bitsMax; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
        }
        return Reading.accepted(IndicatorType.CIDR, canonical(bytes) + "/" + bits);
    }

    private static String canonical(byte[] bytes) {
        IPAddress address = bytes.length == IPV4_BITS / Byte.SIZE ? new IPv4Address(bytes) : new IPv6Address(bytes);
        if (address instanceof IPv6Address ipv6 && ipv6.isIPv4Mapped()) {
            return "::ffff:" + ipv6.getEmbeddedIPv4Address().toCanonicalString();
        }
        return address.toCanonicalString();
    }

    /** Four bytes, or none if this is not a strict dotted quad. */
    public static byte[] ipv4Bytes(String text) {
        var bytes = new byte[IPV4_BITS / Byte.SIZE];
        int at = 0;
        for (int part = 0; part < bytes.length; part++) {
            if (part > 0) {
                if (at >= text.length() || text.charAt(at) != '.') {
                    return new byte[0];
                }
                at++;
            }
            int end = at;
            int value = 0;
            while (end < text.length() && end - at < 3 && isDigit(text.charAt(end))) {
                value = value * 10 + text.charAt(end++) - '0';
            }
            if (end == at || value > 255 || (end - at > 1 && text.charAt(at) == '0')) {
                return new byte[0];
            }
            bytes[part] = (byte) value;
            at = end;
        }
        return at == text.length() ? bytes : new byte[0];
    }

    /** Sixteen bytes, or none if this is not an IPv6 address (RFC 4291, 2.2, all three forms). */
    public static byte[] ipv6Bytes(String text) {
        if (text.length() > IPV6_LENGTH_MAX || text.indexOf(':') < 0) {
            return new byte[0];
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] whole = groups(text);
            return whole.length == IPV6_BITS / Byte.SIZE ? whole : new byte[0];
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            return new byte[0];
        }
        String headText = text.substring(0, gap);
        String tailText = text.substring(gap + 2);
        byte[] head = groups(headText);
        byte[] tail = groups(tailText);
        boolean broken = (head.length == 0 && !headText.isEmpty())
                || (tail.length == 0 && !tailText.isEmpty())
                || headText.indexOf('.') >= 0
                || head.length + tail.length > IPV6_BITS / Byte.SIZE - 2;
        if (broken) {
            return new byte[0];
        }
        var bytes = new byte[IPV6_BITS / Byte.SIZE];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(tail, 0, bytes, bytes.length - tail.length, tail.length);
        return bytes;
    }

    /** The bytes of groups joined by single colons, the last two groups perhaps as IPv4; none if one group is bad. */
    private static byte[] groups(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length > IPV6_GROUPS) {
            return new byte[0];
        }
        boolean mixed = parts[parts.length - 1].indexOf('.') >= 0;
        var bytes = new byte[2 * (mixed ? parts.length + 1 : parts.length)];
        for (int i = 0; i < parts.length; i++) {
            if (mixed && i == parts.length - 1) {
                byte[] quad = ipv4Bytes(parts[i]);
                if (quad.length == 0) {
                    return quad;
                }
                System.arraycopy(quad, 0, bytes, 2 * i, quad.length);
                return bytes;
            }
            int group = hexadecimal(parts[i]);
            if (group < 0) {
                return new byte[0];
            }
            bytes[2 * i] = (byte) (group >> Byte.SIZE);
            bytes[2 * i + 1] = (byte) group;
        }
        return bytes;
    }

    /** The value of one to four hexadecimal digits, or -1. */
    private static int hexadecimal(String digits) {
        if (digits.isEmpty() || digits.length() > 4) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c > 'f' || Character.digit(c, 16) < 0) {
                return -1;
            }
            value = value * 16 + Character.digit(c, 16);
        }
        return value;
    }

    /** The value of one to three decimal digits without a leading zero, or -1. */
    static int decimal(String digits) {
        if (digits.isEmpty() || digits.length() > 3 || (digits.length() > 1 && digits.charAt(0) == '0')) {
            return -1;
        }
        return digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(digits) : -1;
    }

    private static boolean startsAlike(byte[] block, byte[] address, int bits) {
        if (block.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((block[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static SpecialBlock special(String network, int bits, String use) {
        return new SpecialBlock(network.indexOf(':') < 0 ? ipv4Bytes(network) : ipv6Bytes(network), bits, use);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** One row of the table of special blocks; its array is never written to. */
    @SuppressWarnings("ArrayRecordComponent")
    private record SpecialBlock(byte[] bytes, int bits, String use) {}
}
