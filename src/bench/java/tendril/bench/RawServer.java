package tendril.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The floor: a socket loop on virtual threads that reads no more of a request than its target. */
final class RawServer implements AutoCloseable {
    private static final int BUFFER_BYTES = 8_192;
    private static final byte[] HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    private final AnswerFloor answers;
    private final String base = "http://127.0.0.1:" + socket.getLocalPort() + "/";

    RawServer(AnswerFloor answers) throws IOException {
        this.answers = answers;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            int end = 0;
            while (true) {
                int read = in.read(buffer, end, buffer.length - end);
                if (read < 0) {
                    return;
                }
                end += read;
                if (end >= 4 && buffer[end - 1] == '\n' && buffer[end - 3] == '\n') {
                    out.write(answer(buffer));
                    end = 0;
                }
            }
        } catch (IOException gone) {
            // The client has what it wanted.
        }
    }

    private byte[] answer(byte[] request) throws IOException {
        int from = 4;
        int to = from;
        while (request[to] != ' ') {
            to++;
        }
        byte[] body = answers.body(new String(request, from, to - from, StandardCharsets.US_ASCII), base);
        byte[] length = (body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[HEAD.length + length.length + body.length];
        System.arraycopy(HEAD, 0, all, 0, HEAD.length);
        System.arraycopy(length, 0, all, HEAD.length, length.length);
        System.arraycopy(body, 0, all, HEAD.length + length.length, body.length);
        return all;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
