package tendril.corpus.ingest.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Reads files that hold one JSON document after the other, or one array of them. */
public final class Documents {
    /** Longer files could hold a document that does not fit into memory with everything else. */
    private static final long DOCUMENT_BYTES_MAX = 256L << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Documents() {}

    /** Takes one document. */
    @FunctionalInterface
    public interface Sink {
        void document(JsonNode document) throws IOException;
    }

    /** Passes on each document; those in an array one by one. */
    public static void read(InputStream in, Rows rows, Sink sink) throws IOException {
        var limited = new CountedInput(in, DOCUMENT_BYTES_MAX);
        try (MappingIterator<JsonNode> documents =
                JSON.readerFor(JsonNode.class).readValues(limited)) {
            while (documents.hasNextValue()) {
                if (rows.next()) {
                    rows.atLine(documents.parser().currentTokenLocation().getLineNr());
                    sink.document(documents.nextValue());
                } else {
                    documents.nextValue();
                }
            }
        } catch (JacksonException e) {
            Optional.ofNullable(e.getLocation()).ifPresent(place -> rows.atLine(place.getLineNr()));
            rows.bad("The JSON cannot be read from here on: " + e.getOriginalMessage(), "");
        }
    }

    /** Runs over the elements of an array, if it is one. */
    static void each(JsonNode array, Consumer<JsonNode> consumer) {
        if (array.isArray()) {
            array.forEach(consumer);
        }
    }

    /** The text of a field; empty when it is absent or something else. */
    public static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString("") : "";
    }
}
