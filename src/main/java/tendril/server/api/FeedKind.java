package tendril.server.api;

import java.util.Arrays;
import java.util.Optional;

/** The three feeds, and which values go into each. */
enum FeedKind {
    DOMAINS("domains.txt"),
    IPS("ips.txt"),
    HASHES("hashes.txt");

    private final String file;

    FeedKind(String file) {
        this.file = file;
    }

    static Optional<FeedKind> ofFile(String file) {
        return Arrays.stream(values()).filter(kind -> kind.file.equals(file)).findFirst();
    }

    /** The feed a value belongs to; email addresses are in none. */
    static Optional<FeedKind> ofValue(String value) {
        return switch (ValueKind.of(value)) {
            case DOMAIN -> Optional.of(DOMAINS);
            case ADDRESS -> Optional.of(IPS);
            case HASH -> Optional.of(HASHES);
            case EMAIL, NAME -> Optional.empty();
        };
    }
}
