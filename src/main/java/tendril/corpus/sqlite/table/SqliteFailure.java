package tendril.corpus.sqlite.table;

import java.io.IOException;
import java.sql.SQLException;

/** What SQLite could not do, on its way through code that knows no SQLite. */
public final class SqliteFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final SQLException failure;

    SqliteFailure(SQLException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    public SQLException failure() {
        return failure;
    }
}
