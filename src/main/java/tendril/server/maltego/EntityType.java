package tendril.server.maltego;

/** The Maltego entities that transforms take and give. */
enum EntityType {
    DOMAIN("maltego.Domain"),
    HOST("maltego.DNSName"),
    IPV4("maltego.IPv4Address"),
    IPV6("maltego.IPv6Address"),
    EMAIL("maltego.EmailAddress"),
    /** What the transforms of the original called a hash. */
    OLD_HASH("malformity.Hash"),
    HASH("maltego.Hash"),
    PHRASE("maltego.Phrase");

    private final String id;

    EntityType(String id) {
        this.id = id;
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
