package tendril.server.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Certificates and the key to the first of them, as two PEM files hold them (RFC 7468). Immutable.
 *
 * @param chain the server's own certificate, then those that vouch for it
 * @param key   the private key of the first
 */
record PemPair(List<X509Certificate> chain, PrivateKey key) {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final String PKCS8 = "PRIVATE KEY";
    private static final String CONVERT = " Convert it: openssl pkcs8 -topk8 -nodes -in %s -out key.pem";
    private static final char[] NO_PASSWORD = {};
    private static final byte[] SIGNED = "Is this the key of that certificate?".getBytes(StandardCharsets.US_ASCII);

    /** The kind of a name in a certificate that is a DNS name: RFC 5280, section 4.2.1.6. */
    private static final int DNS_NAME = 2;

    static PemPair read(Path certificates, Path keyFile) throws IOException {
        List<X509Certificate> chain = chain(certificates);
        PrivateKey key = key(keyFile, chain.getFirst().getPublicKey().getAlgorithm());
        if (!belongs(key, chain.getFirst())) {
            throw new IOException("The key in " + keyFile + " is not the key of the first certificate in "
                    + certificates + ". Give the pair that belongs together.");
        }
        return new PemPair(chain, key);
    }

    private static List<X509Certificate> chain(Path file) throws IOException {
        try {
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes(file)));
            List<X509Certificate> chain =
                    read.stream().map(X509Certificate.class::cast).toList();
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (CertificateException e) {
            throw new IOException(noCertificate(file) + " (" + e.getMessage() + ")", e);
        }
        throw new IOException(noCertificate(file));
    }

    private static String noCertificate(Path file) {
        return file + " holds no certificate in PEM form: it should have a line -----BEGIN CERTIFICATE-----.";
    }

    private static PrivateKey key(Path file, String algorithm) throws IOException {
        String text = new String(bytes(file), StandardCharsets.ISO_8859_1);
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            switch (block.group(1)) {
                case PKCS8 -> {
                    return key(file, algorithm, block.group(2));
                }
                case "ENCRYPTED PRIVATE KEY" ->
                    throw new IOException("The key in " + file + " is locked with a passphrase, which a server that"
                            + " starts by itself cannot be asked for." + CONVERT.formatted(file));
                case "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY" ->
                    throw new IOException("The key in " + file + " is in the old form \"" + block.group(1)
                            + "\"; Tendril reads PKCS#8." + CONVERT.formatted(file));
                default -> {
                    // Certificates and parameters may stand before the key.
                }
            }
        }
        throw new IOException(
                file + " holds no private key in PEM form: it should have a line -----BEGIN PRIVATE KEY-----.");
    }

    private static PrivateKey key(Path file, String algorithm, String base64) throws IOException {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (InvalidKeySpecException | IllegalArgumentException e) {
            throw new IOException(
                    "The key in " + file + " is damaged, or is no " + algorithm + " key as its certificate needs.", e);
        } catch (GeneralSecurityException e) {
            throw new IOException("This Java knows no keys of the kind " + algorithm + ".", e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + file + ". Check the name.", e);
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static boolean belongs(PrivateKey key, X509Certificate certificate) throws IOException {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(SIGNED);
            byte[] signature = signing.sign();
            Signature checking = Signature.getInstance(algorithm);
            checking.initVerify(certificate.getPublicKey());
            checking.update(SIGNED);
            return checking.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IOException("The key cannot be used for TLS: " + e.getMessage() + ".", e);
        }
    }

    SSLContext context() throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(new Certificate[0]));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificate cannot be used for TLS: " + e.getMessage() + ".", e);
        }
    }

    Set<String> names() {
        Set<String> names = new HashSet<>();
        try {
            for (List<?> name : Optional.ofNullable(chain.getFirst().getSubjectAlternativeNames())
                    .orElse(List.of())) {
                if (name.getFirst() instanceof Integer kind
                        && kind == DNS_NAME
                        && name.get(1) instanceof String text
                        && !text.contains("*")) {
                    names.add(text.toLowerCase(Locale.ROOT));
                }
            }
        } catch (CertificateException e) {
            System.getLogger(PemPair.class.getName())
                    .log(System.Logger.Level.WARNING, "The names in the certificate cannot be read", e);
        }
        return names;
    }
}
