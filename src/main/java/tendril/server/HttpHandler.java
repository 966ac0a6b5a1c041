package tendril.server;

/** Turns a request into an answer; knows nothing of sockets. Thread-safe. */
@FunctionalInterface
interface HttpHandler {
    Answer handle(Request request);
}
