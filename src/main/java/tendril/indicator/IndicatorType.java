package tendril.indicator;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of indicator Tendril knows. The {@link #id} stands in case files and must never change. */
public enum IndicatorType {
    /** A domain or host name. */
    DOMAIN("domain", "Domain"),
    IPV4("ipv4", "IPv4 address"),
    IPV6("ipv6", "IPv6 address"),
    /** A block of addresses of either family, written with its prefix length. */
    CIDR("cidr", "Address block"),
    EMAIL("email", "Email address"),
    URL("url", "URL"),
    MD5("md5", "MD5"),
    SHA1("sha1", "SHA-1"),
    SHA256("sha256", "SHA-256"),
    SHA512("sha512", "SHA-512"),
    /** An autonomous system, {@code AS64496}. */
    AS("as", "Autonomous system"),
    /** An antivirus or malware family name. */
    MALWARE("malware", "Malware name"),
    CVE("cve", "CVE"),
    /** Text of no known kind, kept as it was given. */
    PHRASE("phrase", "Phrase");

    private final String id;
    private final String label;

    IndicatorType(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The name in files and on the command line: lower case, never changes. */
    public String id() {
        return id;
    }

    /** The name a person reads. */
    public String label() {
        return label;
    }

    public boolean isHash() {
        return this == MD5 || this == SHA1 || this == SHA256 || this == SHA512;
    }

    public boolean isAddress() {
        return this == IPV4 || this == IPV6;
    }

    /** The type whose {@link #id} this is. */
    public static Optional<IndicatorType> ofId(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }
}
