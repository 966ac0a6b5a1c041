package tendril.server.message;

/** Turns requests into answers; knows nothing of sockets. Thread-safe. */
public interface HttpHandler {
    Answer handle(Request request);

    /**
     * What a client is told whose request could not be taken.
     *
     * @param line the first line of the request as far as it came, not checked in any way
     */
    Answer refusal(String line, int status, String sentence);

    /**
     * Whether the answer to a request only reads, and may be written a second time from the start. Such requests are
     * answered at once, by the thread that reads them, as long as the answer is short.
     */
    boolean isQuick(Request request);
}
