package tendril.corpus;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The number of every text in a corpus file. A text whose key is spelled differently is listed under the number of its
 * key, so that either finds the other. New texts are numbered in their order, many at once: neighbours in the index are
 * then written together, which is what makes filling a large corpus fast. Guarded by the corpus's lock.
 */
final class SqliteDictionary implements AutoCloseable {
    private static final int REMEMBERED_TEXTS_MAX = 150_000;
    private static final int STATEMENTS_AT_ONCE = 2_000;

    /** Stands for the number of a text that is on the list of new ones. */
    private static final long LISTED = -1;

    private final PreparedStatement find;
    private final PreparedStatement insert;
    private final PreparedStatement insertSpelling;
    private final PreparedStatement insertScanName;
    private final PreparedStatement findScanName;
    private final TextNumbers remembered = new TextNumbers(REMEMBERED_TEXTS_MAX);
    private long next;

    /** A text that has an entry but no number yet. */
    private record Listed(String text, int entry) {
        static final Comparator<Listed> BY_TEXT = (one, other) -> one.text.compareTo(other.text);
    }

    /** The number of a text whose key is another text. */
    private record Spelling(int keyEntry, long number) {}

    SqliteDictionary(Connection connection) throws SQLException {
        find = connection.prepareStatement("SELECT id FROM value WHERE text = ?");
        insert = connection.prepareStatement("INSERT INTO value(id, text) VALUES(?, ?) ON CONFLICT DO NOTHING");
        insertSpelling = connection.prepareStatement("INSERT OR IGNORE INTO spelling(key, value) VALUES(?, ?)");
        insertScanName = connection.prepareStatement("INSERT INTO scan_name(rowid, text) VALUES(?, ?)");
        findScanName = connection.prepareStatement("SELECT 1 FROM scan_name WHERE rowid = ?");
        next = nextId(connection);
    }

    private static long nextId(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT ifnull(max(id), 0) + 1 FROM value");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * Gives every text in these observations its number.
     *
     * @return the numbers of the subject and the object of each observation, one behind the other
     */
    long[] numbers(List<Observation> observations) throws SQLException {
        remembered.makeRoom();
        var unknown = new ArrayList<Listed>();
        int[] entries = new int[2 * observations.size()];
        for (int i = 0; i < observations.size(); i++) {
            entries[2 * i] = entry(observations.get(i).subject(), unknown);
            entries[2 * i + 1] = entry(observations.get(i).object(), unknown);
        }
        number(unknown);
        long[] numbers = new long[entries.length];
        for (int i = 0; i < entries.length; i++) {
            numbers[i] = remembered.number(entries[i]);
        }
        makeSearchable(observations, numbers);
        return numbers;
    }

    private int entry(String text, List<Listed> unknown) {
        int entry = remembered.entry(text);
        if (remembered.number(entry) == TextNumbers.UNKNOWN) {
            remembered.setNumber(entry, LISTED);
            unknown.add(new Listed(text, entry));
        }
        return entry;
    }

    /** Numbers texts, then the keys of those that were new: the key of a key may be yet another text. */
    private void number(List<Listed> texts) throws SQLException {
        if (texts.isEmpty()) {
            return;
        }
        texts.sort(Listed.BY_TEXT);
        var spellings = new ArrayList<Spelling>();
        var keys = new ArrayList<Listed>();
        for (int from = 0; from < texts.size(); from += STATEMENTS_AT_ONCE) {
            List<Listed> part = texts.subList(from, Math.min(texts.size(), from + STATEMENTS_AT_ONCE));
            findOrInsert(part, spellings, keys);
        }
        number(keys);
        for (Spelling spelling : spellings) {
            insertSpelling.setLong(1, remembered.number(spelling.keyEntry()));
            insertSpelling.setLong(2, spelling.number());
            insertSpelling.executeUpdate();
        }
    }

    private void findOrInsert(List<Listed> texts, List<Spelling> spellings, List<Listed> keys) throws SQLException {
        for (int i = 0; i < texts.size(); i++) {
            insert.setLong(1, next + i);
            insert.setString(2, texts.get(i).text());
            insert.addBatch();
        }
        int[] inserted = insert.executeBatch();
        for (int i = 0; i < inserted.length; i++) {
            Listed listed = texts.get(i);
            boolean isNew = inserted[i] == 1;
            remembered.setNumber(listed.entry(), isNew ? next + i : find(listed.text()));
            String key = isNew ? Key.of(listed.text()) : "";
            if (!key.isEmpty() && !key.equals(listed.text())) {
                spellings.add(new Spelling(entry(key, keys), next + i));
            }
        }
        next += inserted.length;
    }

    private long find(String text) throws SQLException {
        find.setString(1, text);
        try (ResultSet rows = find.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void makeSearchable(List<Observation> observations, long[] numbers) throws SQLException {
        for (int i = 0; i < observations.size(); i++) {
            if (observations.get(i).relation() == Relation.SCANNED_AS && !isSearchable(numbers[2 * i + 1])) {
                insertScanName.setLong(1, numbers[2 * i + 1]);
                insertScanName.setString(2, Key.of(observations.get(i).object()));
                insertScanName.executeUpdate();
            }
        }
    }

    private boolean isSearchable(long number) throws SQLException {
        findScanName.setLong(1, number);
        try (ResultSet rows = findScanName.executeQuery()) {
            return rows.next();
        }
    }

    /** Forgets what a rolled back transaction may have numbered. The numbers themselves are not used again. */
    void forget() {
        remembered.clear();
    }

    @Override
    public void close() throws SQLException {
        find.close();
        insert.close();
        insertSpelling.close();
        insertScanName.close();
        findScanName.close();
    }
}
