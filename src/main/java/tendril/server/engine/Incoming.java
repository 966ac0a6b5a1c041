package tendril.server.engine;

import tendril.server.message.Request;

/** What came in where a request was expected. */
sealed interface Incoming {
    /** A request in good form. */
    record Asked(Request request) implements Incoming {}

    /** Something that is answered with a refusal, after which the connection ends. */
    record Refused(int status, String sentence) implements Incoming {}

    /** Nothing: the client is done, or was silent for too long. */
    record Ended() implements Incoming {}
}
