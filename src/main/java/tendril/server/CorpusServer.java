package tendril.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import tendril.corpus.Corpus;
import tendril.server.access.HostCheck;
import tendril.server.api.Base;
import tendril.server.api.Cors;
import tendril.server.api.SpelledCorpus;
import tendril.server.engine.HttpListener;

/** A running ThreatCrowd-compatible server over one corpus. The corpus stays open when the server closes. Thread-safe. */
public final class CorpusServer implements AutoCloseable {
    private static final int VOTE_TOKEN_BYTES = 16;

    private final HttpListener listener;
    private final URI url;

    private CorpusServer(HttpListener listener, URI url) {
        this.listener = listener;
        this.url = url;
    }

    /** Starts a server that only this machine reaches, on any free port. */
    public static CorpusServer start(Corpus corpus) throws IOException {
        return start(corpus, ServerOptions.loopback(0));
    }

    /**
     * Starts a server. It is reachable when this returns.
     *
     * @throws IOException when it cannot listen on the address; the message is a sentence for people
     */
    public static CorpusServer start(Corpus corpus, ServerOptions options) throws IOException {
        HttpListener listener = HttpListener.bind(options.http());
        InetSocketAddress bound = listener.address();
        InetAddress address = bound.getAddress();
        InetAddress shown = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        URI url = URI.create((options.tls().isPresent() ? "https://" : "http://") + HostCheck.literal(shown) + ":"
                + bound.getPort() + "/");
        Set<String> names = new HashSet<>(options.names());
        options.tls().ifPresent(tls -> names.addAll(tls.names()));
        var cors = new Cors(options.cors(), voteToken());
        var health = new Health(corpus);
        var routes = new Routes(
                new SpelledCorpus(corpus),
                new HostCheck(address, names),
                new Base(url.toString()),
                cors,
                health,
                options);
        listener.start(routes, access -> {
            health.count(access.status());
            options.access().answered(access);
        });
        return new CorpusServer(listener, url);
    }

    private static String voteToken() {
        byte[] token = new byte[VOTE_TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    /** The root of the server, ending in a slash. The API's base URL is this and {@code searchApi/v2/}. */
    public URI url() {
        return url;
    }

    /** Takes no more requests, lets running answers end for a while, then closes every connection. */
    @Override
    public void close() {
        listener.close();
    }
}
