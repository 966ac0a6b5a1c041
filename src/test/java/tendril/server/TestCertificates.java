package tendril.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tendril.server.access.Tls;

/** Certificates that one authority of the tests has signed. */
public final class TestCertificates {
    private TestCertificates() {}

    /** What a server needs: {@code server} for localhost, 127.0.0.1 and tc.test, {@code expired}, {@code other}. */
    public static Tls tls(String name) throws IOException {
        return Tls.read(file(name + ".pem"), file(name + "-key.pem"));
    }

    public static Path file(String name) {
        URL resource = Objects.requireNonNull(TestCertificates.class.getResource("/tendril/tls/" + name), name);
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client that trusts the authority of the tests and no other. */
    public static SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = TestCertificates.class.getResourceAsStream("/tendril/tls/authority.pem")) {
            store.setCertificateEntry(
                    "authority",
                    CertificateFactory.getInstance("X.509").generateCertificate(Objects.requireNonNull(in)));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
