package tendril.exchange.graphml;

import java.util.Map;
import java.util.Optional;
import tendril.indicator.IndicatorType;

/**
 * Where Maltego's types keep their value, and what they are here. From the public definitions of its standard entities
 * (MaltegoTech, maltego-transforms-std-entities).
 */
final class MaltegoTypes {
    /**
     * A type of Maltego's.
     *
     * @param property where its value is
     * @param type     what it is here; empty where the value alone says it, or nothing does
     */
    record Meaning(String property, Optional<IndicatorType> type) {}

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            entry("Domain", "fqdn", IndicatorType.DOMAIN),
            entry("DNSName", "fqdn", IndicatorType.DOMAIN),
            entry("MXRecord", "fqdn", IndicatorType.DOMAIN),
            entry("NSRecord", "fqdn", IndicatorType.DOMAIN),
            entry("Website", "fqdn", IndicatorType.DOMAIN),
            entry("IPv4Address", "ipv4-address", IndicatorType.IPV4),
            entry("IPv6Address", "ipv6-address", IndicatorType.IPV6),
            entry("CIDR", "cidr", IndicatorType.CIDR),
            entry("AS", "as.number", IndicatorType.AS),
            entry("EmailAddress", "email", IndicatorType.EMAIL),
            entry("URL", "url", IndicatorType.URL),
            entry("CVE", "text", IndicatorType.CVE),
            entry("MalwareFamily", "name", IndicatorType.MALWARE),
            entry("Malware", "name", IndicatorType.MALWARE),
            Map.entry("maltego.Netblock", new Meaning("ipv4-range", Optional.empty())),
            Map.entry("maltego.Hash", new Meaning("properties.hash", Optional.empty())),
            Map.entry("maltego.Phrase", new Meaning("text", Optional.empty())));

    private MaltegoTypes() {}

    static Optional<Meaning> of(String type) {
        return Optional.ofNullable(MEANINGS.get(type));
    }

    private static Map.Entry<String, Meaning> entry(String name, String property, IndicatorType type) {
        return Map.entry("maltego." + name, new Meaning(property, Optional.of(type)));
    }
}
