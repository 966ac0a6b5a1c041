package tendril.server.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A server's certificate with its key, ready to answer HTTPS with. Thread-safe.
 */
public final class Tls {
    /** The first byte of a TLS handshake record: RFC 8446, section 5.1. */
    private static final int HANDSHAKE = 0x16;

    private final SSLContext context;
    private final Set<String> names;

    private Tls(SSLContext context, Set<String> names) {
        this.context = context;
        this.names = names;
    }

    /**
     * Reads a certificate, with those that vouch for it behind it, and its private key.
     *
     * @param certificates PEM file, the server's own certificate first
     * @param key          PEM file, PKCS#8 without a passphrase
     * @throws IOException when they cannot be used; the message is a sentence for people
     */
    public static Tls read(Path certificates, Path key) throws IOException {
        PemPair pair = PemPair.read(certificates, key);
        return new Tls(pair.context(), pair.names());
    }

    /** The host names the certificate is for, in lower case, without those that hold a wildcard. */
    public Set<String> names() {
        return names;
    }

    /**
     * Agrees on a secure connection over a plain one. Closing what it returns closes both.
     *
     * @throws NotTls when the client does not speak TLS
     * @throws IOException when the two cannot agree, or the client goes away
     */
    public SSLSocket over(Socket plain) throws IOException {
        InputStream in = plain.getInputStream();
        int first = in.read();
        if (first != HANDSHAKE) {
            throw new NotTls();
        }
        var begun = new ByteArrayInputStream(new byte[] {(byte) first});
        var secure = (SSLSocket) context.getSocketFactory().createSocket(plain, begun, true);
        secure.startHandshake();
        return secure;
    }

    /** The client speaks something else, most likely plain HTTP. */
    public static final class NotTls extends IOException {
        private static final long serialVersionUID = 1L;

        NotTls() {
            super("The client does not speak TLS.");
        }
    }
}
