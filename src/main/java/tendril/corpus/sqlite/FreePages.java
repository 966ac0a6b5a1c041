package tendril.corpus.sqlite;

import java.io.IOException;
import java.sql.SQLException;

/**
 * The pages of a corpus file that hold nothing, given back to the disk. A merge leaves about as many as it wrote: the old
 * segments stay until the new one counts. Files that were begun by an earlier Tendril keep theirs and fill them again.
 * Confined to the writer's thread.
 */
final class FreePages {
    /** What {@code PRAGMA auto_vacuum} says of a file whose pages can be moved. */
    private static final int INCREMENTAL = 2;

    /** One page in so many may stay free: the next step takes it. */
    private static final int PAGES_PER_FREE = 10;

    private static final int PAGES_AT_ONCE = 2_000;

    private final Sql sql;
    private final SqliteWriter writer;

    FreePages(Sql sql, SqliteWriter writer) {
        this.sql = sql;
        this.writer = writer;
    }

    /** Moves pages from the end of the file to where there is room, in transactions of bearable length. */
    void giveBack() throws SQLException, IOException {
        if (sql.one("PRAGMA auto_vacuum") != INCREMENTAL) {
            return;
        }
        long before = Long.MAX_VALUE;
        long free = sql.one("PRAGMA freelist_count");
        while (free * PAGES_PER_FREE > sql.one("PRAGMA page_count") && free < before) {
            writer.inTransaction(() -> sql.update("PRAGMA incremental_vacuum(" + PAGES_AT_ONCE + ")"));
            before = free;
            free = sql.one("PRAGMA freelist_count");
        }
    }
}
