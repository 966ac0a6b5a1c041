package tendril.server;

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
record Answer(int status, String contentType, List<Request.Header> headers, Body body) {
    static final String JSON = "application/json";
    static final String TEXT = "text/plain; charset=utf-8";
    static final String HTML = "text/html; charset=utf-8";

    /** Writes a body, however long, without holding it whole. */
    @FunctionalInterface
    interface Body {
        void writeTo(BodyOutput out) throws IOException;
    }

    static Answer of(int status, String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, contentType, List.of(), out -> out.write(bytes));
    }

    /** An answer whose body is written as it is read from somewhere. */
    static Answer streamed(int status, String contentType, Body body) {
        return new Answer(status, contentType, List.of(), body);
    }

    /** A refusal, as one sentence of plain text. */
    static Answer sentence(int status, String sentence) {
        return of(status, TEXT, sentence + "\n");
    }

    Answer with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Request.Header(name, value));
        return new Answer(status, contentType, List.copyOf(more), body);
    }
}
