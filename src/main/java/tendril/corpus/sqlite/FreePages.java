package tendril.corpus.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import tendril.corpus.Corpus;
import tendril.corpus.sqlite.table.Sql;

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

    /** How far the work is that leaves free pages: the first half of all, where giving them back is the second. */
    Corpus.Progress firstHalf(Corpus.Progress whole) throws SQLException {
        return canMove() ? (done, all) -> whole.at(done, 2 * all) : whole;
    }

    /** Moves pages from the end of the file to where there is room, in transactions of bearable length. */
    void giveBack(Corpus.Progress whole) throws SQLException, IOException {
        if (!canMove()) {
            return;
        }
        long begun = sql.one("PRAGMA freelist_count");
        long before = Long.MAX_VALUE;
        long free = begun;
        while (free * PAGES_PER_FREE > sql.one("PRAGMA page_count") && free < before) {
            whole.at(2 * begun - free, 2 * begun);
            writer.inTransaction(() -> sql.update("PRAGMA incremental_vacuum(" + PAGES_AT_ONCE + ")"));
            before = free;
            free = sql.one("PRAGMA freelist_count");
        }
    }

    private boolean canMove() throws SQLException {
        return sql.one("PRAGMA auto_vacuum") == INCREMENTAL;
    }
}
