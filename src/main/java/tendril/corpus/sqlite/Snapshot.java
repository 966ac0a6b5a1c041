package tendril.corpus.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The state of the file at one moment, held by a statement that is not read to its end: as long as it stands, SQLite
 * neither locks the file anew for other statements of the connection nor looks whether somebody wrote. It is old as soon
 * as this program has changed the file, and after {@link #HELD_MS} in any case, since other programs may have. While it
 * is held, the log of the file cannot begin anew. Confined to one thread.
 */
final class Snapshot {
    /** So late is seen, at most, what another program wrote. */
    static final int HELD_MS = 50;

    private static final long HELD_NANOS = HELD_MS * 1_000_000L;

    private final PreparedStatement select;
    private final AtomicLong changes;
    private Optional<ResultSet> held = Optional.empty();
    private long sinceNanos;
    private long changesBefore;
    private boolean hasVotes;

    /**
     * @param changes how often this program has changed the file
     */
    Snapshot(Connection connection, AtomicLong changes) throws SQLException {
        this.changes = changes;
        this.select = connection.prepareStatement("SELECT generation, EXISTS (SELECT 1 FROM tally) FROM state");
    }

    boolean isHeld() {
        return held.isPresent();
    }

    /** Whether there is none that may be answered from. */
    boolean isOld() {
        return held.isEmpty() || changes.get() != changesBefore || System.nanoTime() - sinceNanos > HELD_NANOS;
    }

    /** Lets go of what was held and holds the present state; tells the number of its generation. */
    long begin() throws SQLException {
        end();
        changesBefore = changes.get();
        sinceNanos = System.nanoTime();
        ResultSet state = select.executeQuery();
        held = Optional.of(state);
        state.next();
        hasVotes = state.getBoolean(2);
        return state.getLong(1);
    }

    /** Whether there is any vote in the state that is held. */
    boolean hasVotes() {
        return hasVotes;
    }

    void end() throws SQLException {
        if (held.isPresent()) {
            held.get().close();
            held = Optional.empty();
        }
    }
}
