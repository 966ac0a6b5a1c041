package tendril.server.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tendril.server.message.Access;
import tendril.server.message.Answer;
import tendril.server.message.Fault;
import tendril.server.message.Request;

/** An answer that goes wrong in one way. Confined to the connection's thread. */
final class FaultyAnswer {
    private static final String PAGE = "<!DOCTYPE html><html><head><title>Just a moment...</title></head>"
            + "<body><h1>Checking your browser</h1></body></html>";

    private final Fault fault;
    private final Answering answering;
    private final CountDownLatch stopping;

    /**
     * @param answering sends what the fault leaves of the answer
     * @param stopping counted down when the server stops, which ends every wait
     */
    FaultyAnswer(Fault fault, Answering answering, CountDownLatch stopping) {
        this.fault = fault;
        this.answering = answering;
        this.stopping = stopping;
    }

    /** Sends what the fault makes of the answer; true when the connection can go on. */
    boolean send(Answer answer, Request request, OutputStream out) throws IOException {
        return switch (fault) {
            case Fault.Status status -> instead(refusal(status), request, out);
            case Fault.Slow slow -> waits(slow.delay()) && instead(answer, request, out);
            case Fault.Html() -> instead(Answer.of(200, Answer.HTML, PAGE), request, out);
            case Fault.Busy() -> instead(Answer.of(200, Answer.TEXT, "Too many connections"), request, out);
            case Fault.Empty() -> instead(Answer.of(200, Answer.JSON, ""), request, out);
            case Fault.Truncated() -> half(answer, request, out);
            case Fault.Trickle trickle -> instead(answer, request, new SlowOutput(out, trickle.betweenBytes()));
            case Fault.Drop() -> false;
        };
    }

    /** The status that the client sees. */
    int status(Answer answer) {
        return switch (fault) {
            case Fault.Status status -> status.status();
            case Fault.Drop() -> Access.NO_STATUS;
            case Fault.Html() -> 200;
            case Fault.Busy() -> 200;
            case Fault.Empty() -> 200;
            case Fault.Slow slow -> answer.status();
            case Fault.Truncated() -> answer.status();
            case Fault.Trickle trickle -> answer.status();
        };
    }

    private static Answer refusal(Fault.Status status) {
        Answer answer = Answer.sentence(status.status(), "The server was told to fail this request.");
        return status.retryAfter()
                .map(after -> answer.with("Retry-After", after))
                .orElse(answer);
    }

    private boolean instead(Answer answer, Request request, OutputStream out) throws IOException {
        return answering.sendUnlogged(answer, request, new HttpBody(out, true));
    }

    private boolean half(Answer answer, Request request, OutputStream out) throws IOException {
        var whole = new ByteArrayOutputStream();
        instead(answer, request, whole);
        String text = whole.toString(StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        out.write(whole.toByteArray(), 0, body + (text.length() - body) / 2);
        out.flush();
        return false;
    }

    /** Waits; false when the server stopped meanwhile. */
    private boolean waits(Duration time) throws IOException {
        try {
            return !stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting", e);
        }
    }

    /** Lets one byte out at a time. */
    private final class SlowOutput extends OutputStream {
        private final OutputStream out;
        private final Duration betweenBytes;

        SlowOutput(OutputStream out, Duration betweenBytes) {
            this.out = out;
            this.betweenBytes = betweenBytes;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            if (!waits(betweenBytes)) {
                throw new IOException("the server stopped");
            }
        }
    }
}
