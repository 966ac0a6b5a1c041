package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tendril.corpus.Day;
import tendril.corpus.Observation;
import tendril.corpus.Relation;

/** Connections go to and fro between the lane and threads of their own, and no client sees it. */
class QuickLaneTest {
    private static final String SHORT = "/searchApi/v2/ip/report/?ip=1.2.3.5";
    private static final String SHORT_END = "ip.php?ip=1.2.3.5\"}";
    private static final String LONG = "/searchApi/v2/ip/report/?ip=192.0.2.10";
    private static final String HUGE = "/searchApi/v2/ip/report/?ip=192.0.2.77";
    private static final int HUGE_ROWS = 60_000;

    @RegisterExtension
    static final DemoServer server = DemoServer.with(many());

    private static List<Observation> many() {
        List<Observation> many = new ArrayList<>();
        for (int i = 0; i < HUGE_ROWS; i++) {
            many.add(new Observation(
                    Relation.RESOLVES, "host-" + i + ".example", "192.0.2.77", Day.UNKNOWN, Day.UNKNOWN, 0));
        }
        return many;
    }

    @Test
    void shortAndLongAnswersAndPagesTakeTurnsOnOneConnection() throws IOException {
        String answers = server.exchange(
                ask(SHORT) + ask(LONG) + ask(SHORT) + ask("/ip.php?ip=1.2.3.5") + ask("/feeds/ips.txt") + ask(SHORT)
                        + "HEAD " + SHORT + " HTTP/1.1\r\nHost: localhost\r\n\r\n" + ask(SHORT)
                        + "GET /last HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answers.split("HTTP/1\\.1 200 OK", -1)).hasSize(9);
        assertThat(answers).contains("HTTP/1.1 404 Not Found");
    }

    @Test
    void connectionsComeBackFromALongAnswer() throws IOException {
        try (var socket = connect()) {
            for (int i = 0; i < 20; i++) {
                socket.getOutputStream().write(ask(LONG).getBytes(StandardCharsets.US_ASCII));
                assertThat(readUntil(socket.getInputStream(), "\r\n0\r\n\r\n")).startsWith("HTTP/1.1 200 OK");
                socket.getOutputStream().write(ask(SHORT).getBytes(StandardCharsets.US_ASCII));
                assertThat(readUntil(socket.getInputStream(), SHORT_END)).startsWith("HTTP/1.1 200 OK");
            }
        }
    }

    @Test
    void clientThatDoesNotReadHoldsUpNobodyElse() throws IOException {
        String question = ask(SHORT);
        int asked = 4_000;
        try (var deaf = connect()) {
            var writer = Thread.ofVirtual().start(() -> {
                try {
                    deaf.getOutputStream().write(question.repeat(asked).getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            // However many lanes there are, each has the chance to be held up.
            for (int i = 0; i < 64; i++) {
                assertThat(server.get(SHORT)).startsWith("HTTP/1.1 200 OK");
            }
            String first = readUntil(deaf.getInputStream(), SHORT_END);
            byte[] rest = new DataInputStream(deaf.getInputStream()).readNBytes(first.length() * (asked - 1));

            assertThat(writer.isAlive()).isFalse();
            assertThat(new String(rest, StandardCharsets.US_ASCII).split("\"response_code\":\"1\"", -1))
                    .hasSize(asked);
        }
    }

    @Test
    void hugeAnswerThatIsBrokenOffLeavesTheServerWell() throws IOException {
        for (int i = 0; i < 8; i++) {
            try (var socket = connect()) {
                socket.getOutputStream().write(ask(HUGE).getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                socket.setSoLinger(true, 0);
            }
        }
        assertThat(server.get(HUGE).split("last_resolved", -1)).hasSize(HUGE_ROWS + 1);
    }

    private static String ask(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String readUntil(InputStream in, String end) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(end, Math.max(0, read.length() - end.length())) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ended after: " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }
}
