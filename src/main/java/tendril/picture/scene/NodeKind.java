package tendril.picture.scene;

import tendril.indicator.IndicatorType;

/** What a node stands for, as far as its look goes: an indicator's type, or a collection of many. */
public enum NodeKind {
    DOMAIN("Domain"),
    IPV4("IPv4 address"),
    IPV6("IPv6 address"),
    CIDR("Address block"),
    EMAIL("Email address"),
    URL("URL"),
    MD5("MD5"),
    SHA1("SHA-1"),
    SHA256("SHA-256"),
    SHA512("SHA-512"),
    AS("Autonomous system"),
    MALWARE("Malware name"),
    CVE("CVE"),
    PHRASE("Phrase"),
    /** Many nodes of one type folded into one. */
    COLLECTION("Collection");

    private static final NodeKind[] KINDS = values();

    private final String label;

    NodeKind(String label) {
        this.label = label;
    }

    /** The name a person reads, in a legend. */
    public String label() {
        return label;
    }

    public boolean isHash() {
        return this == MD5 || this == SHA1 || this == SHA256 || this == SHA512;
    }

    public static NodeKind of(IndicatorType type) {
        return switch (type) {
            case DOMAIN -> DOMAIN;
            case IPV4 -> IPV4;
            case IPV6 -> IPV6;
            case CIDR -> CIDR;
            case EMAIL -> EMAIL;
            case URL -> URL;
            case MD5 -> MD5;
            case SHA1 -> SHA1;
            case SHA256 -> SHA256;
            case SHA512 -> SHA512;
            case AS -> AS;
            case MALWARE -> MALWARE;
            case CVE -> CVE;
            case PHRASE -> PHRASE;
        };
    }

    public static NodeKind at(int ordinal) {
        return KINDS[ordinal];
    }

    public static int count() {
        return KINDS.length;
    }
}
