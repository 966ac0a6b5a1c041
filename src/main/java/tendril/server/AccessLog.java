package tendril.server;

import java.net.InetAddress;

/** Hears of every answer. Implementations are thread-safe and never fail an answer. */
@FunctionalInterface
public interface AccessLog {
    /**
     * Called once an answer is decided on, before it is sent.
     *
     * @param client who asked
     * @param method the method as sent
     * @param target the path and query as sent, which name what the client looks into
     * @param status the status of the answer
     */
    void answered(InetAddress client, String method, String target, int status);

    /** A log that keeps nothing. */
    static AccessLog none() {
        return (client, method, target, status) -> {};
    }
}
