package tendril.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import tendril.pivot.Answer;
import tendril.pivot.Fetch;
import tendril.pivot.PivotOutcome;
import tendril.pivot.Question;

/**
 * The one HTTP client: puts one GET and waits for the whole answer, or says in one sentence why there is none.
 *
 * <p>It does by hand what the JDK's client does in ways that would harm an investigator:
 *
 * <ul>
 *   <li>The JDK bounds the wait for the headers only; a server that trickles its body would hold a lane for hours. Here
 *       one deadline covers name look-up, connection, headers, body and redirects.
 *   <li>The JDK sends a key on to any host that a redirect names. Here a redirect is followed within its origin (RFC
 *       6454: scheme, host and port) and nowhere else.
 *   <li>The JDK puts a request a second time when a server closes the connection, which breaks a promised rate. Here
 *       {@link OneSending} stops that, and every exchange has its own connection, closed when it ends or is called off.
 *       At the paces that sources allow, the extra handshake costs nothing that anybody notices.
 * </ul>
 *
 * <p>No cookies, no stored logins, no retries, no proxy but the given one. Thread-safe; each call blocks its thread and
 * ends at once when that thread is interrupted.
 */
public final class HttpFetch {
    private final String userAgent;
    private final HttpLimits limits;
    private final HttpRoute route;
    private final InstantSource clock;

    /**
     * @param userAgent what we say we are, {@code Tendril/1.2}
     * @param proxy     an HTTP proxy that all requests go through; the system's own setting is not looked at
     */
    public HttpFetch(String userAgent, HttpLimits limits, Optional<InetSocketAddress> proxy, InstantSource clock) {
        this(userAgent, limits, new HttpRoute(proxy, Optional.empty()), clock);
    }

    /**
     * @param userAgent what we say we are, {@code Tendril/1.2}
     * @param route     by which way all requests go; the system's own setting of a proxy is not looked at
     */
    public HttpFetch(String userAgent, HttpLimits limits, HttpRoute route, InstantSource clock) {
        this.userAgent = userAgent;
        this.limits = limits;
        this.route = route;
        this.clock = clock;
    }

    /**
     * Puts the question and waits for the whole answer, never longer than the limits say.
     *
     * @throws InterruptedException when this thread is interrupted; the connection is closed by then
     */
    public Fetch fetch(Question question, HttpQuery query) throws InterruptedException {
        HttpTrouble trouble = HttpTrouble.at(query.uri(), limits);
        long start = System.nanoTime();
        HttpClient client = newClient();
        try {
            HttpQuery next = query;
            for (int hop = 0; hop <= limits.redirects(); hop++) {
                switch (exchange(client, question, next, trouble, start)) {
                    case Step.Ended ended -> {
                        return ended.fetch();
                    }
                    case Step.Onward onward -> next = query.to(onward.uri());
                }
            }
            return failed(trouble.redirectedTooOften());
        } finally {
            client.shutdownNow();
        }
    }

    /** What one request and its reply lead to. */
    private sealed interface Step {
        record Ended(Fetch fetch) implements Step {}

        record Onward(URI uri) implements Step {}
    }

    private HttpClient newClient() {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .proxy(route.proxy()
                        .map(HttpFetch::lookedUp)
                        .map(ProxySelector::of)
                        .orElse(HttpClient.Builder.NO_PROXY))
                .executor(task -> Thread.ofVirtual().name("http").start(task));
        route.trust().ifPresent(builder::sslContext);
        return builder.build();
    }

    /** The proxy's address now; on the lane's own thread, where waiting for a name costs nobody. */
    private static InetSocketAddress lookedUp(InetSocketAddress proxy) {
        return proxy.isUnresolved() ? new InetSocketAddress(proxy.getHostString(), proxy.getPort()) : proxy;
    }

    private Step exchange(HttpClient client, Question question, HttpQuery query, HttpTrouble trouble, long start)
            throws InterruptedException {
        HttpRequest request;
        try {
            request = request(query);
        } catch (IllegalArgumentException unsendable) {
            return ended(trouble.unsendable());
        }

        AtomicInteger status = new AtomicInteger();
        AtomicLong received = new AtomicLong();
        CompletableFuture<HttpResponse<CappedBody.Taken>> reply = client.sendAsync(request, head -> {
            status.set(head.statusCode());
            return new CappedBody(query.statuses().contains(head.statusCode()) ? limits.bodyBytes() : 0, received);
        });
        try {
            long left = limits.whole().toNanos() - (System.nanoTime() - start);
            return step(question, query, trouble, reply.get(left, TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return ended(trouble.late(status.get() != 0, received.get()));
        } catch (ExecutionException broken) {
            return ended(trouble.broken(broken, status.get() != 0, received.get()));
        } finally {
            reply.cancel(true);
        }
    }

    private HttpRequest request(HttpQuery query) {
        HttpRequest.Builder request = HttpRequest.newBuilder(query.uri()).method("GET", new OneSending());
        request.setHeader("User-Agent", userAgent);
        request.setHeader("Accept", "application/json, */*;q=0.5");
        request.setHeader("Accept-Encoding", "gzip");
        query.headers().forEach(request::setHeader);
        return request.build();
    }

    private Step step(
            Question question, HttpQuery query, HttpTrouble trouble, HttpResponse<CappedBody.Taken> response) {
        int status = response.statusCode();
        if (query.statuses().contains(status)) {
            return new Step.Ended(got(question, trouble, response));
        }
        if (!HttpTrouble.isRedirect(status)) {
            return ended(trouble.status(status, response.headers().firstValue("Retry-After"), clock.instant()));
        }

        String location = response.headers().firstValue("Location").orElse("");
        Optional<URI> target = Redirect.target(query.uri(), location);
        if (target.isEmpty()) {
            return ended(trouble.redirectedNowhere());
        }
        return Redirect.sameOrigin(query.uri(), target.get())
                ? new Step.Onward(target.get())
                : ended(trouble.redirectedAway(target.get()));
    }

    private Fetch got(Question question, HttpTrouble trouble, HttpResponse<CappedBody.Taken> response) {
        CappedBody.Taken taken = response.body();
        if (!taken.whole()) {
            return failed(trouble.tooLarge(response.headers().firstValueAsLong("Content-Length")));
        }
        String coding = response.headers().firstValue("Content-Encoding").orElse("identity");
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> got(question, response, taken.bytes());
            case "gzip", "x-gzip" -> unpacked(question, trouble, response);
            default -> failed(trouble.packedOddly(coding));
        };
    }

    private Fetch unpacked(Question question, HttpTrouble trouble, HttpResponse<CappedBody.Taken> response) {
        try (GZIPInputStream unpacked =
                new GZIPInputStream(new ByteArrayInputStream(response.body().bytes()))) {
            byte[] body = unpacked.readNBytes(limits.bodyBytes());
            return unpacked.read() < 0
                    ? got(question, response, body)
                    : failed(trouble.tooLargeUnpacked(response.body().bytes().length));
        } catch (IOException damaged) {
            return failed(trouble.packedBadly());
        }
    }

    private Fetch got(Question question, HttpResponse<?> response, byte[] body) {
        String mediaType = response.headers().firstValue("Content-Type").orElse("");
        return new Fetch.Got(new Answer(question, clock.instant(), response.statusCode(), mediaType, body));
    }

    private static Step ended(PivotOutcome trouble) {
        return new Step.Ended(failed(trouble));
    }

    private static Fetch failed(PivotOutcome trouble) {
        return new Fetch.Failed(trouble);
    }
}
