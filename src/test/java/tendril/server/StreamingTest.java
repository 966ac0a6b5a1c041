package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Day;
import tendril.corpus.Lookup;
import tendril.corpus.Merged;
import tendril.corpus.Observation;
import tendril.corpus.ObservationSink;
import tendril.corpus.RowSink;
import tendril.corpus.Tally;
import tendril.corpus.ValueSink;
import tendril.corpus.Vote;

/** A long answer is on its way before its last row is read. */
class StreamingTest {
    private static final int ROWS = 100_000;

    /** More than the server's buffer holds, far less than the answer. */
    private static final int ROWS_BEFORE_THE_PAUSE = 2_000;

    private static final int WAIT_SECONDS = 30;

    @Test
    void rowsLeaveBeforeTheLastOneIsRead() throws IOException {
        var firstBytesSeen = new CountDownLatch(1);
        try (CorpusServer server = CorpusServer.start(new EndlessRows(firstBytesSeen));
                var socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.url().getPort())) {
            socket.setSoTimeout(WAIT_SECONDS * 1000);
            socket.getOutputStream()
                    .write(("GET /searchApi/v2/ip/report/?ip=192.0.2.1 HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            byte[] first = in.readNBytes(8_192);
            firstBytesSeen.countDown();
            String all = new String(first, StandardCharsets.US_ASCII)
                    + new String(in.readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(all).startsWith("HTTP/1.1 200 OK").contains("Transfer-Encoding: chunked");
            assertThat(all.replaceAll("\r\n[0-9a-f]+\r\n", "").split("\"last_resolved\"", -1))
                    .hasSize(ROWS + 1);
            assertThat(all).endsWith("0\r\n\r\n");
        }
    }

    /** A corpus whose one key has many rows; it stops in the middle until the client has seen the beginning. */
    private record EndlessRows(CountDownLatch firstBytesSeen) implements Corpus, CorpusReading {
        @Override
        public void rows(Lookup lookup, String key, RowSink sink) throws IOException {
            for (int i = 0; lookup == Lookup.DOMAINS_OF_ADDRESS && i < ROWS; i++) {
                if (i == ROWS_BEFORE_THE_PAUSE) {
                    waitForTheClient();
                }
                sink.row("host-" + i + ".example", new Day(2015_01_01));
            }
        }

        private void waitForTheClient() throws IOException {
            try {
                if (!firstBytesSeen.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException("nothing had left when the answer was half read");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }

        @Override
        public Tally tally(String key) {
            return Tally.NONE;
        }

        @Override
        public void blamed(ValueSink sink) {}

        @Override
        public void addresses(String beginning, int max, ValueSink sink) {}

        @Override
        public void observations(String batchName, ObservationSink sink) {}

        @Override
        public Merged add(Batch batch, List<Observation> observations) {
            return Merged.NOTHING;
        }

        @Override
        public void setPosition(String batchName, String fingerprint, long position) {}

        @Override
        public long position(String batchName, String fingerprint) {
            return POSITION_NONE;
        }

        @Override
        public SequencedMap<Batch, Long> batches() {
            return new LinkedHashMap<>();
        }

        @Override
        public Removal remove(String batchName, Progress progress) {
            return Removal.NOT_THERE;
        }

        @Override
        public void vote(List<Vote> votes) {}

        @Override
        public CorpusReading read() {
            return this;
        }

        @Override
        public void close() {}
    }
}
