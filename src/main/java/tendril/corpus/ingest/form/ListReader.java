package tendril.corpus.ingest.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
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
            String value = value(lines.text());
            if (value.isEmpty()) {
                continue;
            }
            if (value.indexOf(' ') >= 0 || value.indexOf('\t') >= 0) {
                rows.bad("There is more than one value on this line.", value);
                continue;
            }
            Optional<String> known = rows.value(value);
            if (known.isPresent()) {
                rows.add(Relation.REFERENCE, known.get(), source);
            }
        }
    }

    private static String value(String line) {
        int comment = line.startsWith("#") || line.startsWith("!") || line.startsWith(";") ? 0 : line.indexOf(" #");
        String value = (comment < 0 ? line : line.substring(0, comment)).strip();
        String[] parts = value.split("\\s+", -1);
        boolean hostsFile = parts.length == 2 && (parts[0].equals("0.0.0.0") || parts[0].equals("127.0.0.1"));
        return hostsFile ? parts[1] : withoutFilterSigns(value);
    }

    private static String withoutFilterSigns(String value) {
        if (!value.startsWith("||")) {
            return value;
        }
        int end = value.indexOf('^');
        return end < 0 ? value.substring(2) : value.substring(2, end);
    }
}
