package tendril.server.message;

/** Hears of every request, answered or refused. Implementations are thread-safe and never fail an answer. */
@FunctionalInterface
public interface AccessLog {
    /** Called when it is decided what a client gets, and before it has got all of it. */
    void answered(Access access);

    /** A log that keeps nothing. */
    static AccessLog none() {
        return access -> {};
    }
}
