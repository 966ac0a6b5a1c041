package tendril.server.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server says to one request, whatever engine carries it. Immutable.
 *
 * @param status      the HTTP status
 * @param contentType the media type
 * @param headers     further header fields
 * @param body        writes the body; runs once, on the connection's thread
 */
public record Answer(int status, String contentType, List<Request.Header> headers, Body body) {
    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain; charset=utf-8";
    public static final String HTML = "text/html; charset=utf-8";

    /** Writes a body, however long, without holding it whole. */
    @FunctionalInterface
    public interface Body {
        void writeTo(BodyOutput out) throws IOException;
    }

    public static Answer of(int status, String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, contentType, List.of(), out -> out.write(bytes));
    }

    /** An answer whose body is written as it is read from somewhere. */
    public static Answer streamed(int status, String contentType, Body body) {
        return new Answer(status, contentType, List.of(), body);
    }

    /** A refusal, as one sentence of plain text. */
    public static Answer sentence(int status, String sentence) {
        return of(status, TEXT, sentence + "\n");
    }

    public Answer with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Request.Header(name, value));
        return new Answer(status, contentType, List.copyOf(more), body);
    }
}
