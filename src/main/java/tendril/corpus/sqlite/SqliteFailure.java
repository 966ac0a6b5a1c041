package tendril.corpus.sqlite;

import java.io.IOException;
import java.sql.SQLException;

/** What SQLite could not do, on its way through code that knows no SQLite. */
final class SqliteFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final SQLException failure;

    SqliteFailure(SQLException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    SQLException failure() {
        return failure;
    }
}
