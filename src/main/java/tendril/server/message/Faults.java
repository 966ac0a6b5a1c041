package tendril.server.message;

import java.util.Optional;

/** Decides which requests meet which fault. Thread-safe. */
@FunctionalInterface
public interface Faults {
    /** No request meets any. */
    Faults NONE = path -> Optional.empty();

    /**
     * The fault of the request that is being answered now.
     *
     * @param path the path it asks, without query
     */
    Optional<Fault> next(String path);

    /** A server without faults. */
    static Faults none() {
        return NONE;
    }
}
