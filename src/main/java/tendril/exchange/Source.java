package tendril.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Who says something, and in which bytes. Immutable.
 *
 * @param provider who: a provider's id, or {@code analyst}
 * @param at       when the answer came, UTC; empty for the analyst
 * @param sha256   lower-case hex SHA-256 of the raw answer, empty where there is none
 */
public record Source(String provider, Optional<Instant> at, String sha256) {
    public static final Source ANALYST = new Source("analyst", Optional.empty(), "");

    private static final String HASH = "sha256:";

    /** One line: {@code threatcrowd 2026-11-23T10:15:30Z sha256:…}. */
    public String line() {
        return at.map(instant -> provider + " " + instant + " " + HASH + sha256).orElse(provider);
    }

    /** The source that a line names; what is not such a line is taken as a name. */
    public static Source ofLine(String line) {
        int hash = line.lastIndexOf(" " + HASH);
        int time = hash < 0 ? -1 : line.lastIndexOf(' ', hash - 1);
        if (time < 0) {
            return new Source(line, Optional.empty(), "");
        }
        try {
            Instant at = Instant.parse(line.substring(time + 1, hash));
            return new Source(line.substring(0, time), Optional.of(at), line.substring(hash + 1 + HASH.length()));
        } catch (DateTimeException noTime) {
            return new Source(line, Optional.empty(), "");
        }
    }
}
