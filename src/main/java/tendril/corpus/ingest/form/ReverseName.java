package tendril.corpus.ingest.form;

import java.util.Locale;
import tendril.indicator.Canonical;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/** Names of the reverse DNS, and the addresses they stand for. */
final class ReverseName {
    private static final String IPV4 = ".in-addr.arpa";
    private static final String IPV6 = ".ip6.arpa";
    private static final int IPV6_NIBBLES = 32;

    private ReverseName() {}

    /** The address of {@code 1.2.0.192.in-addr.arpa} or of a whole {@code ip6.arpa} name; empty for other names. */
    static String address(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(IPV4)) {
            String[] parts = lower.substring(0, lower.length() - IPV4.length()).split("\\.", -1);
            boolean whole = parts.length == 4 && lower.matches("(\\d{1,3}\\.){4}in-addr\\.arpa");
            return whole ? parts[3] + "." + parts[2] + "." + parts[1] + "." + parts[0] : "";
        }
        if (lower.endsWith(IPV6)) {
            String nibbles = lower.substring(0, lower.length() - IPV6.length()).replace(".", "");
            return nibbles.matches("[0-9a-f]{" + IPV6_NIBBLES + "}") ? ipv6(nibbles) : "";
        }
        return "";
    }

    private static String ipv6(String reversedNibbles) {
        String nibbles = new StringBuilder(reversedNibbles).reverse().toString();
        var groups = new StringBuilder();
        for (int i = 0; i < IPV6_NIBBLES; i += 4) {
            groups.append(i == 0 ? "" : ":").append(nibbles, i, i + 4);
        }
        return Canonical.parse(IndicatorType.IPV6, groups.toString())
                .indicator()
                .map(Indicator::value)
                .orElse("");
    }
}
