package tendril.corpus.ingest.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tendril.corpus.Relation;
import tendril.corpus.ingest.rows.Lines;
import tendril.corpus.ingest.rows.RowReader;
import tendril.corpus.ingest.rows.Rows;

/**
 * Reads lists of values, one a line, as block lists have them: plain, defanged, as URLs, as a hosts file, or as a filter
 * of a browser ({@code ||name^}). {@code #}, {@code !} and {@code ;} begin a comment. A list says of a value only that it
 * is on the list, so the list becomes a reference of it. Confined to one thread.
 */
public final class ListReader implements RowReader {
    /** Where hosts files send the names that nobody shall reach. */
    private static final Set<String> NOWHERE = Set.of(
            "0.0.0.0", "127.0.0.1", "::", "::1", "255.255.255.255", "fe80::1%lo0", "ff00::0", "ff02::1", "ff02::2");

    private static final Pattern OWN_NAMES =
            Pattern.compile("0\\.0\\.0\\.0|local|localhost(\\.localdomain)?|broadcasthost|ip6-\\w+");

    private final String source;

    /**
     * @param source what the list is called
     */
    public ListReader(String source) {
        this.source = source;
    }

    @Override
    public void read(InputStream in, Rows rows) throws IOException {
        var lines = new Lines(in);
        while (lines.next()) {
            if (!rows.next()) {
                continue;
            }
            if (lines.isTooLong()) {
                rows.bad("The line is longer than " + Lines.LINE_BYTES_MAX + " bytes.", "");
                continue;
            }
            String line = withoutComment(lines.text());
            if (line.isEmpty()) {
                continue;
            }
            String[] words = line.split("\\s+", -1);
            if (words.length > 1 && NOWHERE.contains(words[0])) {
                for (int i = 1; i < words.length; i++) {
                    host(words[i], rows);
                }
            } else if (words.length > 1) {
                rows.bad("There is more than one value on this line.", line);
            } else {
                listed(withoutFilterSigns(line), rows);
            }
        }
    }

    /** A name that a hosts file leads nowhere; what such files say of the machine itself is no entry of the list. */
    private void host(String name, Rows rows) throws IOException {
        if (OWN_NAMES.matcher(name).matches()) {
            rows.skip();
        } else {
            listed(name, rows);
        }
    }

    private void listed(String value, Rows rows) throws IOException {
        Optional<String> known = rows.value(value);
        if (known.isPresent()) {
            rows.add(Relation.REFERENCE, known.get(), source);
        }
    }

    private static String withoutComment(String line) {
        int comment = line.startsWith("#") || line.startsWith("!") || line.startsWith(";") ? 0 : line.indexOf(" #");
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }

    private static String withoutFilterSigns(String value) {
        if (!value.startsWith("||")) {
            return value;
        }
        int end = value.indexOf('^');
        return end < 0 ? value.substring(2) : value.substring(2, end);
    }
}
