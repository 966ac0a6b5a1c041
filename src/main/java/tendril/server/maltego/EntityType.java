package tendril.server.maltego;

/** The Maltego entities that transforms take and give. */
enum EntityType {
    DOMAIN("maltego.Domain", "domain", "domains"),
    HOST("maltego.DNSName", "host name", "host names"),
    IPV4("maltego.IPv4Address", "IP address", "IP addresses"),
    IPV6("maltego.IPv6Address", "IPv6 address", "IPv6 addresses"),
    EMAIL("maltego.EmailAddress", "email address", "email addresses"),
    /** What the transforms of the original called a hash. */
    OLD_HASH("malformity.Hash", "sample", "samples"),
    HASH("maltego.Hash", "sample", "samples"),
    PHRASE("maltego.Phrase", "malware name", "malware names");

    private final String id;
    private final String words;
    private final String plural;

    EntityType(String id, String words, String plural) {
        this.id = id;
        this.words = words;
        this.plural = plural;
    }

    /** What a person calls one of them. */
    String words() {
        return words;
    }

    /** What a person calls several of them. */
    String plural() {
        return plural;
    }

    /** The name Maltego knows the type by. */
    String id() {
        return id;
    }

    /** The type of a value that is meant to be of this type: addresses are of either family. */
    EntityType of(String value) {
        return this == IPV4 && value.indexOf(':') >= 0 ? IPV6 : this;
    }
}
