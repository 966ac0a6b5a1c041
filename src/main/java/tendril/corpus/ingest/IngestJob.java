package tendril.corpus.ingest;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tendril.corpus.Batch;
import tendril.corpus.ingest.form.TableReader;

/**
 * One file to be read. Immutable.
 *
 * @param input   the file, plain or compressed with gzip
 * @param format  what is in it
 * @param batch   what its observations are filed under
 * @param badRows where rows go that cannot be understood; the file is only made when there are any
 * @param columns for tables whose headings say something else: heading, or number of the column from 1 where there are
 *                no headings, to the name of a {@link tendril.corpus.ingest.rows.TableColumn}
 */
public record IngestJob(Path input, IngestFormat format, Batch batch, Path badRows, Map<String, String> columns) {
    /** A file as it comes: the batch is named after it, bad rows go beside it. */
    public static IngestJob of(Path input, IngestFormat format) {
        String name = String.valueOf(input.getFileName());
        return new IngestJob(
                input, format, new Batch(name, name, ""), input.resolveSibling(name + ".bad-rows.txt"), Map.of());
    }

    /** Why a column mapping cannot be meant, as a sentence for people; empty when it can. */
    public static Optional<String> problem(Map<String, String> columns) {
        return TableReader.problem(columns);
    }

    public IngestJob withBatch(Batch given) {
        return new IngestJob(input, format, given, badRows, columns);
    }

    public IngestJob withBadRows(Path given) {
        return new IngestJob(input, format, batch, given, columns);
    }

    public IngestJob withColumns(Map<String, String> given) {
        return new IngestJob(input, format, batch, badRows, Map.copyOf(given));
    }
}
