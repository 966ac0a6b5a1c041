package tendril.provider;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import tendril.pivot.PivotOutcome;
import tendril.pivot.PivotOutcome.Malformed;
import tendril.pivot.PivotOutcome.Refused;
import tendril.pivot.PivotOutcome.Throttled;
import tendril.pivot.PivotOutcome.Unreachable;

/**
 * What can go wrong in an exchange with one host, each in one sentence for a person. Says the host and nothing else of
 * the request, so that no secret gets out. Immutable.
 */
record HttpTrouble(String host, HttpLimits limits) {
    private static final int CAUSES_MAX = 20;
    private static final int OK_MIN = 200;
    private static final int CLIENT_ERROR_MIN = 400;
    private static final int SERVER_ERROR_MIN = 500;
    private static final int STATUS_END = 600;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    static HttpTrouble at(URI uri, HttpLimits limits) {
        String host = uri.getHost() == null ? "the server" : uri.getHost();
        return new HttpTrouble(uri.getPort() < 0 ? host : host + ":" + uri.getPort(), limits);
    }

    static boolean isRedirect(int status) {
        return REDIRECTS.contains(status);
    }

    /** A status whose body the provider does not read. */
    PivotOutcome status(int status, Optional<String> retryAfter, Instant now) {
        return switch (status) {
            case 401 ->
                new Refused(
                        host + " refused us (401): it wants a key or a login; check the one in the settings.", true);
            case 403 ->
                new Refused(
                        host + " refused us (403): check that your key may ask this, and that your network is let in.",
                        true);
            case 404, 410 ->
                new Refused(
                        host + " has nothing at this address (" + status
                                + "); check the address of the server in the settings.",
                        false);
            case 407 ->
                new Refused("The proxy wants a login (407), which Tendril cannot give; use another proxy.", true);
            case 408 -> new Unreachable(host + " gave up waiting for our request (408); try again later.");
            case 429 -> throttled(host + " says we ask too often (429)", retryAfter, now);
            case 503 -> throttled(host + " is too busy to answer now (503)", retryAfter, now);
            default -> otherStatus(status);
        };
    }

    /** The deadline passed. */
    PivotOutcome late(boolean answering, long received) {
        String limit = span(limits.whole());
        return new Unreachable(
                answering
                        ? host + " had sent " + size(received) + " after " + limit
                                + " and was not done; try again later."
                        : host + " did not answer within " + limit + "; try again later.");
    }

    /** The connection failed, or broke. */
    PivotOutcome broken(Throwable thrown, boolean answering, long received) {
        if (has(thrown, UnresolvedAddressException.class) || has(thrown, UnknownHostException.class)) {
            return new Unreachable(
                    "The name " + host + " could not be found; check its spelling and your own connection.");
        }
        if (has(thrown, HttpConnectTimeoutException.class)) {
            return new Unreachable("No connection to " + host + " within " + span(limits.connect())
                    + "; check the address and your own connection.");
        }
        if (has(thrown, SSLException.class)) {
            return new Unreachable(
                    "No secure connection to " + host + ": " + distrust(thrown) + "; nothing was asked.");
        }
        if (has(thrown, ConnectException.class)) {
            return new Unreachable("Nothing accepts connections at " + host
                    + "; check that the address is right and the server is running.");
        }
        if (answering) {
            return new Unreachable(
                    "The answer from " + host + " broke off after " + size(received) + "; try again later.");
        }
        if (has(thrown, ProtocolException.class)) {
            return new Malformed(
                    Optional.empty(), host + " does not speak HTTP; check the address and port in the settings.");
        }
        return new Unreachable(host + " closed the connection without an answer; try again later.");
    }

    PivotOutcome tooLarge(OptionalLong announced) {
        String what = announced.isPresent() ? "of " + size(announced.getAsLong()) : "larger than we take";
        return new Malformed(
                Optional.empty(),
                host + " sent an answer " + what + "; the limit is " + size(limits.bodyBytes())
                        + ", so none of it was taken.");
    }

    PivotOutcome tooLargeUnpacked(long packed) {
        return new Malformed(
                Optional.empty(),
                host + " sent " + size(packed) + " that unpack to more than the limit of " + size(limits.bodyBytes())
                        + ", so none of it was taken.");
    }

    PivotOutcome packedBadly() {
        return new Unreachable("The compressed answer from " + host + " is damaged or cut off; try again later.");
    }

    PivotOutcome packedOddly(String coding) {
        return new Malformed(
                Optional.empty(),
                host + " compressed its answer in a way we did not ask for (" + Words.quoted(coding)
                        + "), so it cannot be read.");
    }

    PivotOutcome redirectedTooOften() {
        return new Unreachable(host + " sent us from one address to the next more than " + limits.redirects()
                + " times; check its address in the settings.");
    }

    PivotOutcome redirectedNowhere() {
        return new Malformed(Optional.empty(), host + " sent us on to another address without saying which.");
    }

    PivotOutcome redirectedAway(URI target) {
        String place = target.getHost() == null
                ? Words.quoted(target.getScheme() + ":")
                : target.getScheme() + "://" + target.getHost() + (target.getPort() < 0 ? "" : ":" + target.getPort());
        return new Refused(
                host + " sent us on to " + place + ", where we do not follow;"
                        + " if you trust it, set that as the server's address, or sign in to your network first.",
                true);
    }

    PivotOutcome unsendable() {
        return new Refused(
                "The request to " + host + " cannot be sent: its address or key holds a character that HTTP"
                        + " does not allow; check both in the settings.",
                true);
    }

    private PivotOutcome throttled(String what, Optional<String> retryAfter, Instant now) {
        Optional<Duration> wait = retryAfter.flatMap(header -> RetryAfter.read(header, now));
        String until = wait.filter(Duration::isPositive)
                .map(asked -> " and asks us to wait " + span(asked))
                .orElse("");
        return new Throttled(wait, what + until + "; the question stays in the queue.");
    }

    private PivotOutcome otherStatus(int status) {
        if (status >= SERVER_ERROR_MIN && status < STATUS_END) {
            return new Unreachable(host + " has a problem of its own (" + status + "); try again later.");
        }
        if (status >= CLIENT_ERROR_MIN && status < SERVER_ERROR_MIN) {
            return new Refused(host + " does not accept this question (" + status + ").", false);
        }
        String kind = status >= OK_MIN && status < STATUS_END ? "" : ", which HTTP does not know";
        return new Malformed(
                Optional.empty(), host + " answered with status " + status + kind + " where an answer was due.");
    }

    private static String distrust(Throwable thrown) {
        if (has(thrown, CertificateExpiredException.class)) {
            return "its certificate has expired";
        }
        if (has(thrown, CertificateNotYetValidException.class)) {
            return "its certificate is not valid yet, or this computer's clock is wrong";
        }
        if (has(thrown, CertPathBuilderException.class) || has(thrown, CertPathValidatorException.class)) {
            return "its certificate comes from nobody this computer trusts";
        }
        if (has(thrown, CertificateException.class)) {
            return "its certificate is not for this host";
        }
        return "it does not speak TLS as we do";
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .anyMatch(kind::isInstance);
    }

    private static String span(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return duration.toMillis() + " ms";
        }
        return seconds < 120
                ? seconds + " s"
                : "%d min".formatted(duration.plusSeconds(59).toMinutes());
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%,d bytes", bytes);
    }
}
