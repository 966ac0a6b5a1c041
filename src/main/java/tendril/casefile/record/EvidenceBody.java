package tendril.casefile.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The raw bytes of one piece of evidence, named by their SHA-256. Immutable; nobody may write to the bytes. */
public final class EvidenceBody {
    private final String sha256;
    private final byte[] bytes;

    private EvidenceBody(String sha256, byte[] bytes) {
        this.sha256 = sha256;
        this.bytes = bytes;
    }

    /** The body with these bytes; they are copied. */
    public static EvidenceBody of(byte[] bytes) {
        return owning(bytes.clone());
    }

    public static EvidenceBody owning(byte[] bytes) {
        return new EvidenceBody(sha256(bytes), bytes);
    }

    /** Lower-case hex SHA-256 of the bytes. */
    public String sha256() {
        return sha256;
    }

    public int sizeBytes() {
        return bytes.length;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public byte[] raw() {
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvidenceBody body && body.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    /** For logs; not a format. */
    @Override
    public String toString() {
        return sha256 + " (" + bytes.length + " bytes)";
    }
}
