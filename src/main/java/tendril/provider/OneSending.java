package tendril.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An empty body that can be sent only once, which keeps the JDK's client from putting a request twice.
 *
 * <p>When a server closes the connection before it answers, the client sends a GET once more by itself, on a new
 * connection; nothing in its interface turns that off. The server may well have taken the first one, and counted it.
 * The client asks for the length of the body before every sending, the second one included, and sends nothing when that
 * fails. The price is a {@code Content-Length: 0}, which RFC 9110 allows. Thread-safe.
 */
final class OneSending implements BodyPublisher {
    private final BodyPublisher nothing = BodyPublishers.noBody();
    private final AtomicBoolean sent = new AtomicBoolean();

    @Override
    public long contentLength() {
        if (sent.getAndSet(true)) {
            throw new UncheckedIOException(new IOException("a request is put only once"));
        }
        return nothing.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        nothing.subscribe(subscriber);
    }
}
