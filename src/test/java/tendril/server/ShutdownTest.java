package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.CorpusReading;
import tendril.corpus.Day;
import tendril.corpus.Lookup;
import tendril.corpus.MemoryCorpus;
import tendril.corpus.Merged;
import tendril.corpus.Observation;
import tendril.corpus.ObservationSink;
import tendril.corpus.RowSink;
import tendril.corpus.Tally;
import tendril.corpus.ValueSink;
import tendril.corpus.Vote;
import tendril.server.engine.HttpLimits;

/** How the server ends, and how connections end that have had their time. */
class ShutdownTest {
    private static final String QUESTION =
            "GET /searchApi/v2/ip/report/?ip=192.0.2.1 HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Test
    void runningAnswersEndBeforeTheServerDoes() throws Exception {
        var asked = new CountDownLatch(1);
        var mayAnswer = new CountDownLatch(1);
        var server = CorpusServer.start(new OneReading(asked, mayAnswer));
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
            socket.getOutputStream().write(QUESTION.getBytes(StandardCharsets.US_ASCII));
            asked.await();
            var closing = Thread.ofVirtual().start(server::close);
            mayAnswer.countDown();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("\"domain\":\"slow.example\"");
            closing.join();
        }
        assertThatThrownBy(() -> new Socket(
                                InetAddress.getLoopbackAddress(), server.url().getPort())
                        .close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void waitingConnectionsEndAtOnce() throws Exception {
        var server = CorpusServer.start(new MemoryCorpus());
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
            socket.getOutputStream().write(QUESTION.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(12)).hasSize(12);
            server.close();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .endsWith("{\"response_code\":\"0\"}");
        }
    }

    @Test
    void requestThatNeverEndsIsGivenUp() throws Exception {
        try (var server = CorpusServer.start(new MemoryCorpus(), quick())) {
            assertThat(RawClient.exchange(server.url(), "GET / HTTP/1.1\r\nHost: loc"))
                    .startsWith("HTTP/1.1 408 Request Timeout\r\n");
        }
    }

    @Test
    void silentConnectionIsClosed() throws Exception {
        try (var server = CorpusServer.start(new MemoryCorpus(), quick())) {
            assertThat(RawClient.exchange(server.url(), "")).isEmpty();
        }
    }

    @Test
    void fullServerSaysSo() throws Exception {
        try (var server = CorpusServer.start(
                new MemoryCorpus(), ServerOptions.loopback(0).withLimits(limits(Duration.ofSeconds(20), 0)))) {
            assertThat(RawClient.get(server.url(), "/")).startsWith("HTTP/1.1 503 Service Unavailable\r\n");
        }
    }

    @Test
    void corpusThatCannotBeReadIsSaidInOneSentence() throws Exception {
        Corpus broken = new OneReading(new CountDownLatch(1), new CountDownLatch(0)) {
            @Override
            public CorpusReading read() throws CorpusException {
                throw new CorpusException("The disk is gone.");
            }
        };
        try (var server = CorpusServer.start(broken)) {
            assertThat(RawClient.get(server.url(), "/searchApi/v2/ip/report/?ip=192.0.2.1"))
                    .startsWith("HTTP/1.1 500 Internal Server Error\r\n")
                    .endsWith("\r\n\r\nThe disk is gone.\n");
        }
    }

    private static ServerOptions quick() {
        return ServerOptions.loopback(0).withLimits(limits(Duration.ofMillis(50), 10));
    }

    private static HttpLimits limits(Duration patience, int connections) {
        return new HttpLimits(
                16_384, 100, 1024, patience, patience, Duration.ofSeconds(20), Duration.ofSeconds(20), connections);
    }

    /** A corpus whose one row comes when the test lets it. */
    private static class OneReading implements Corpus {
        private final CountDownLatch asked;
        private final CountDownLatch mayAnswer;

        OneReading(CountDownLatch asked, CountDownLatch mayAnswer) {
            this.asked = asked;
            this.mayAnswer = mayAnswer;
        }

        @Override
        public CorpusReading read() throws CorpusException {
            return new CorpusReading() {
                @Override
                public void rows(Lookup lookup, String key, RowSink sink) throws IOException {
                    if (lookup == Lookup.DOMAINS_OF_ADDRESS) {
                        asked.countDown();
                        try {
                            mayAnswer.await();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                        sink.row("slow.example", new Day(2015_01_01));
                    }
                }

                @Override
                public void blamed(ValueSink sink) {}

                @Override
                public void addresses(String beginning, int max, ValueSink sink) {}

                @Override
                public void observations(String batchName, ObservationSink sink) {}

                @Override
                public Tally tally(String key) {
                    return Tally.NONE;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Merged add(Batch batch, List<Observation> observations) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SequencedMap<Batch, Long> batches() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setPosition(String batchName, String fingerprint, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position(String batchName, String fingerprint) {
            return POSITION_NONE;
        }

        @Override
        public Removal remove(String batchName, Progress progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void vote(List<Vote> votes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
