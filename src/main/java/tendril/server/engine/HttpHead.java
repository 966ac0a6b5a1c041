package tendril.server.engine;

import tendril.server.message.Answer;
import tendril.server.message.Request;

/** The status line and header fields of an answer. */
final class HttpHead {
    static final String CLOSE = "Connection: close\r\n";
    static final String KEEP_ALIVE = "Connection: keep-alive\r\n";

    private HttpHead() {}

    /** The head up to where the length of the body is stated; it lacks the empty line that ends it. */
    static String of(Answer answer, String date, int minorVersion, boolean alive) {
        var head = new StringBuilder(256);
        head.append("HTTP/1.1 ").append(answer.status()).append(' ').append(reason(answer.status()));
        head.append("\r\nServer: Tendril\r\nDate: ").append(date).append("\r\n");
        head.append("Content-Type: ").append(answer.contentType()).append("\r\n");
        head.append("X-Content-Type-Options: nosniff\r\n");
        for (Request.Header header : answer.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        if (!alive) {
            head.append(CLOSE);
        } else if (minorVersion == 0) {
            head.append(KEEP_ALIVE);
        }
        return head.toString();
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 303 -> "See Other";
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 411 -> "Length Required";
            case 413 -> "Content Too Large";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            case 505 -> "HTTP Version Not Supported";
            default -> "Status";
        };
    }
}
