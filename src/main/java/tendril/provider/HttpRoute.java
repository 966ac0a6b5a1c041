package tendril.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * By which way requests go: straight or through an HTTP proxy, and whose certificates are believed. Immutable.
 *
 * @param proxy an HTTP proxy that all requests go through; its name is looked up when a request is sent
 * @param trust believes the system's authorities and the person's own; none believes the system's only
 */
public record HttpRoute(Optional<InetSocketAddress> proxy, Optional<SSLContext> trust) {
    /** Straight, and the system's authorities. */
    public static final HttpRoute DIRECT = new HttpRoute(Optional.empty(), Optional.empty());

    /** The largest file of certificates that is read, in bytes. */
    private static final long SIZE_BYTES_MAX = 4L << 20;

    private static final int PORT_MAX = 65_535;
    private static final Pattern PROXY =
            Pattern.compile("(?:http://)?(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+):(\\d{1,5})/?");

    /** What became of what a person gave. */
    public sealed interface Reading {
        record Usable(HttpRoute route) implements Reading {}

        /** @param reason one sentence that says what to do */
        record Unusable(String reason) implements Reading {}
    }

    /** This route through a proxy, {@code host:port}. Nothing is looked up. */
    public Reading through(String hostAndPort) {
        Matcher matcher = PROXY.matcher(hostAndPort.strip());
        if (!matcher.matches()) {
            return new Reading.Unusable(
                    "“" + hostAndPort.strip() + "” is no HTTP proxy; it looks like proxy.example:3128.");
        }
        int port = Integer.parseInt(matcher.group(2));
        if (port < 1 || port > PORT_MAX) {
            return new Reading.Unusable("The port of the proxy is a number from 1 to " + PORT_MAX + ".");
        }
        return new Reading.Usable(
                new HttpRoute(Optional.of(InetSocketAddress.createUnresolved(matcher.group(1), port)), trust));
    }

    /** This route, believing also the authorities in a file of certificates (PEM or DER, RFC 7468). */
    public Reading trusting(String file) {
        try {
            Path path = Path.of(file.strip());
            if (Files.size(path) > SIZE_BYTES_MAX) {
                return new Reading.Unusable("The file of certificates is larger than 4 MiB; give only your own.");
            }
            try (InputStream in = Files.newInputStream(path)) {
                Collection<? extends Certificate> own =
                        CertificateFactory.getInstance("X.509").generateCertificates(in);
                return own.isEmpty()
                        ? new Reading.Unusable("There is no certificate in " + path.getFileName() + ".")
                        : new Reading.Usable(new HttpRoute(proxy, Optional.of(context(own))));
            }
        } catch (InvalidPathException | IOException unreadable) {
            return new Reading.Unusable(
                    "The file of certificates “" + file.strip() + "” cannot be read; check its name.");
        } catch (GeneralSecurityException odd) {
            return new Reading.Unusable("“" + file.strip() + "” holds no certificates; give a PEM file (-----BEGIN"
                    + " CERTIFICATE-----).");
        }
    }

    /** One list of anchors for both, so that the platform's own rules on chains hold for all of them. */
    private static SSLContext context(Collection<? extends Certificate> own)
            throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
        anchors.load(null, null);
        int number = 0;
        for (Certificate each : own) {
            anchors.setCertificateEntry("own-" + number++, each);
        }
        for (TrustManager manager : managers(Optional.empty())) {
            if (manager instanceof X509TrustManager system) {
                for (X509Certificate each : system.getAcceptedIssuers()) {
                    anchors.setCertificateEntry("system-" + number++, each);
                }
            }
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(Optional.of(anchors)), null);
        return context;
    }

    private static TrustManager[] managers(Optional<KeyStore> anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors.orElse(null));
        return factory.getTrustManagers();
    }
}
