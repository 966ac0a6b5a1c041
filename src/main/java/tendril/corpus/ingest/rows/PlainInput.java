package tendril.corpus.ingest.rows;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a file as readers want them: unpacked if they are compressed with gzip, whatever the file is called, and
 * as UTF-8 without a byte order mark if they begin with that of UTF-8 or UTF-16. Compressed data that is damaged or cut
 * short ends the stream where it can be read no further, so that the rows before it are not lost. Confined to one thread.
 */
public final class PlainInput extends InputStream {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] NOTHING = {};

    private final InputStream in;
    private Optional<String> cut = Optional.empty();

    /** Decodes what is not UTF-8; else empty. */
    private final Optional<Reader> text;

    private byte[] decoded = NOTHING;
    private int at;

    /** Begins to read; the stream is closed with this one. */
    public PlainInput(InputStream raw) throws IOException {
        this.in = new BufferedInputStream(unpacked(raw), BUFFER_BYTES);
        this.text = skipMark().map(charset -> new InputStreamReader(new Damaged(), charset));
    }

    /** Why the stream ended before the file did, as a sentence for people; empty when it did not. */
    public Optional<String> cut() {
        return cut;
    }

    private InputStream unpacked(InputStream raw) throws IOException {
        var buffered = new BufferedInputStream(raw, BUFFER_BYTES);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        if (!gzip) {
            return buffered;
        }
        try {
            return new GZIPInputStream(buffered, BUFFER_BYTES);
        } catch (EOFException | ZipException damage) {
            cut(damage);
            return InputStream.nullInputStream();
        }
    }

    /** Goes behind a byte order mark; returns the character set it stands for, if that is to be decoded. */
    private Optional<Charset> skipMark() throws IOException {
        in.mark(3);
        byte[] mark = new byte[3];
        int length = 0;
        for (int read = 0; read >= 0 && length < mark.length; length += Math.max(0, read)) {
            read = readRaw(mark, length, mark.length - length);
        }
        in.reset();
        int first = length > 1 ? (mark[0] & 0xFF) << 8 | mark[1] & 0xFF : 0;
        if (first == 0xEFBB && length > 2 && (mark[2] & 0xFF) == 0xBF) {
            in.skipNBytes(3);
            return Optional.empty();
        }
        if (first == 0xFEFF || first == 0xFFFE) {
            in.skipNBytes(2);
            return Optional.of(first == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private int readRaw(byte[] bytes, int from, int length) throws IOException {
        if (cut.isPresent()) {
            return -1;
        }
        try {
            return in.read(bytes, from, length);
        } catch (EOFException | ZipException damage) {
            cut(damage);
            return -1;
        }
    }

    private void cut(IOException damage) {
        cut = Optional.of("The compressed data is damaged or cut short here: " + damage.getMessage() + ".");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (text.isEmpty()) {
            return readRaw(bytes, from, length);
        }
        if (length == 0) {
            return 0;
        }
        if (at == decoded.length && !decode(text.get())) {
            return -1;
        }
        int part = Math.min(length, decoded.length - at);
        System.arraycopy(decoded, at, bytes, from, part);
        at += part;
        return part;
    }

    private boolean decode(Reader reader) throws IOException {
        char[] characters = new char[BUFFER_BYTES];
        // The last place is for the other half of a pair.
        int length = reader.read(characters, 0, characters.length - 1);
        if (length < 0) {
            return false;
        }
        if (length > 0 && Character.isHighSurrogate(characters[length - 1])) {
            int other = reader.read();
            if (other >= 0) {
                characters[length++] = (char) other;
            }
        }
        decoded = new String(characters, 0, length).getBytes(StandardCharsets.UTF_8);
        at = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The bytes up to the damage, for the decoder. */
    private final class Damaged extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return readRaw(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return readRaw(bytes, from, length);
        }
    }
}
