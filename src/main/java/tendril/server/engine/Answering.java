package tendril.server.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import tendril.corpus.CorpusException;
import tendril.server.message.Access;
import tendril.server.message.AccessLog;
import tendril.server.message.Answer;
import tendril.server.message.Fault;
import tendril.server.message.Faults;
import tendril.server.message.HttpDate;
import tendril.server.message.HttpHandler;
import tendril.server.message.Request;

/** Answers requests: asks the handler, writes down what the client gets, sends it. Thread-safe. */
final class Answering {
    private static final System.Logger LOG = System.getLogger(Answering.class.getName());
    private static final int NOT_MODIFIED = 304;

    private final HttpHandler handler;
    private final AccessLog log;
    private final Faults faults;
    private final HttpDate date;
    private final CountDownLatch stopping;

    /**
     * @param stopping counted down when the server stops
     */
    Answering(HttpHandler handler, AccessLog log, Faults faults, InstantSource clock, CountDownLatch stopping) {
        this.handler = handler;
        this.log = log;
        this.faults = faults;
        this.date = new HttpDate(clock);
        this.stopping = stopping;
    }

    boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Whether a request may be answered by the thread that reads it. */
    boolean isQuick(Request request) {
        return faults == Faults.NONE && handler.isQuick(request);
    }

    Answer handle(Request request) {
        return handler.handle(request);
    }

    /** Answers a request; true when the connection can go on. */
    boolean answer(Request request, OutputStream out, HttpBody body) throws IOException {
        Optional<Fault> fault = faults.next(request.path());
        try {
            Answer answer = handler.handle(request);
            if (fault.isEmpty()) {
                return send(answer, request, body);
            }
            var faulty = new FaultyAnswer(fault.get(), this, stopping);
            write(request, faulty.status(answer), "fault: " + fault.get().name());
            return faulty.send(answer, request, out);
        } catch (CorpusException e) {
            return sendFailure(e.sentence(), e, request, body);
        } catch (RuntimeException bug) {
            return sendFailure(bug, request, body);
        }
    }

    /** Sends an answer that the handler has given; true when the connection can go on. */
    boolean send(Answer answer, Request request, HttpBody body) throws IOException {
        try {
            begin(answer, request, body);
            answer.body().writeTo(body);
        } catch (CorpusException e) {
            return sendFailure(e.sentence(), e, request, body);
        } catch (HttpBody.TooLong e) {
            throw e;
        } catch (IOException gone) {
            write(request, answer.status(), "broken off");
            throw gone;
        } catch (RuntimeException bug) {
            return sendFailure(bug, request, body);
        }
        write(request, answer.status(), "");
        return body.finish() && request.keepsAlive();
    }

    /** Sends an answer that is not written down; true when the connection can go on. */
    boolean sendUnlogged(Answer answer, Request request, HttpBody body) throws IOException {
        begin(answer, request, body);
        answer.body().writeTo(body);
        return body.finish() && request.keepsAlive();
    }

    private void begin(Answer answer, Request request, HttpBody body) {
        String head = HttpHead.of(answer, date.now(), request.minorVersion(), request.keepsAlive());
        body.begin(head, answer.status() != NOT_MODIFIED, request.isHead(), request.minorVersion() == 1);
    }

    private boolean sendFailure(RuntimeException bug, Request request, HttpBody body) throws IOException {
        return sendFailure("The server could not answer this; its log says why.", bug, request, body);
    }

    /** Says that an answer failed or, when part of it has left, ends the connection so that the client sees it. */
    private boolean sendFailure(String sentence, Exception cause, Request request, HttpBody body) throws IOException {
        LOG.log(System.Logger.Level.ERROR, "An answer failed", cause);
        if (body.hasLeft()) {
            write(request, 200, "broken off");
            return false;
        }
        write(request, 500, "failed");
        String line = request.method() + " " + request.target();
        return sendUnlogged(handler.refusal(line, 500, sentence), request, body);
    }

    /** Sends the refusal of a request that could not be taken. */
    void refuse(InetAddress client, String line, Incoming.Refused refused, HttpBody body) throws IOException {
        Answer answer = handler.refusal(line, refused.status(), refused.sentence());
        refused(client, line, answer.status(), "refused");
        body.begin(HttpHead.of(answer, date.now(), 1, false), true, false, true);
        answer.body().writeTo(body);
        body.finish();
    }

    /** Writes down a connection that came to no request. */
    void refused(InetAddress client, String line, int status, String remark) {
        log.answered(new Access(client, "", line, status, remark));
    }

    private void write(Request request, int status, String remark) {
        log.answered(new Access(request.client(), request.method(), request.target(), status, remark));
    }
}
