package tendril.session;

import java.util.Arrays;
import java.util.Optional;

/** Why an indicator is known noise. The {@link #id} stands in noise files and must never change. */
public enum NoiseKind {
    SHARED_HOSTING("shared-hosting", "shared hosting", true),
    SINKHOLE("sinkhole", "a sinkhole", true),
    CDN("cdn", "a content delivery network", true),
    PARKING("parking", "domain parking", true),
    PRIVACY_REGISTRANT("privacy-registrant", "a privacy registrant", true),
    DYNAMIC_DNS("dynamic-dns", "dynamic DNS", true),
    /** Private, loopback, multicast and the like: no single host on the internet. */
    SPECIAL_ADDRESS("special-address", "no public address", true),
    /** Set aside for examples: harmless to ask about, and worth knowing. */
    DOCUMENTATION("documentation", "a documentation address", false),
    PUBLIC_RESOLVER("public-resolver", "a public DNS resolver", true),
    /** No noise after all: overrules a wider entry. */
    FINE("fine", "no noise", false);

    private final String id;
    private final String words;
    private final boolean drowning;

    NoiseKind(String id, String words, boolean drowning) {
        this.id = id;
        this.words = words;
        this.drowning = drowning;
    }

    /** The name in noise files. */
    public String id() {
        return id;
    }

    /** Completes the sentence "192.0.2.10 is …". */
    public String words() {
        return words;
    }

    /** Whether a pivot on such an indicator is likely to bring much that has nothing to do with the case. */
    public boolean isDrowning() {
        return drowning;
    }

    /** The kind whose {@link #id} this is. */
    public static Optional<NoiseKind> ofId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
