package tendril.pivot.pace;

/**
 * Whose pace it is: a provider at the server it asks. Immutable.
 *
 * @param provider its id
 * @param server   as {@code host:port}; empty where it makes no difference
 */
public record PaceKey(String provider, String server) {}
