package tendril.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes exactly as given and reads until the server closes the connection. */
final class RawClient {
    private static final int PATIENCE_MS = 20_000;

    private RawClient() {}

    static String exchange(URI server, String bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** A GET over HTTP/1.0 without a host, the plainest there is. */
    static String get(URI server, String target) throws IOException {
        return exchange(server, "GET " + target + " HTTP/1.0\r\n\r\n");
    }

    static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    static String statusLine(String answer) {
        return answer.substring(0, answer.indexOf("\r\n"));
    }
}
