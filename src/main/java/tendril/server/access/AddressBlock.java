package tendril.server.access;

import java.net.InetAddress;
import java.util.Optional;

/**
 * The addresses that begin with the same bits: one address, or a block such as {@code 10.1.0.0/16}. Immutable.
 *
 * @param base       one of them
 * @param prefixBits how many bits they share
 */
public record AddressBlock(InetAddress base, int prefixBits) {
    /** Reads an address with or without a prefix length; names are not looked up. */
    public static Optional<AddressBlock> parse(String text) {
        int slash = text.indexOf('/');
        String prefix = slash < 0 ? "" : text.substring(slash + 1);
        try {
            InetAddress base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int all = base.getAddress().length * Byte.SIZE;
            if (slash < 0) {
                return Optional.of(new AddressBlock(base, all));
            }
            return prefix.matches("\\d{1,3}") && Integer.parseInt(prefix) <= all
                    ? Optional.of(new AddressBlock(base, Integer.parseInt(prefix)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether an address is one of them. */
    public boolean contains(InetAddress address) {
        byte[] one = base.getAddress();
        byte[] other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefixBits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((one[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
