package tendril.exchange.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes read as text: by their byte order mark; without one as UTF-8, as UTF-16 where every second byte says so, or else
 * as Windows-1252, in which every byte means something. Immutable.
 *
 * @param text    without the mark
 * @param warning one sentence where the reading is a guess
 */
record PlainText(String text, Optional<String> warning) {
    private static final int LOOKED_AT = 4_096;

    /** So many bytes in a hundred are zero in UTF-16 of a western language; binary files have fewer, or in no order. */
    private static final int UTF16_ZEROS_PERCENT = 30;

    /** The text, unless the bytes are none. */
    static Optional<PlainText> of(byte[] raw) {
        if (begins(raw, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(lenient(raw, 3, StandardCharsets.UTF_8, ""));
        }
        if (begins(raw, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(lenient(raw, 4, Charset.forName("UTF-32LE"), ""));
        }
        if (begins(raw, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(lenient(raw, 4, Charset.forName("UTF-32BE"), ""));
        }
        if (begins(raw, 0xFF, 0xFE)) {
            return Optional.of(lenient(raw, 2, StandardCharsets.UTF_16LE, ""));
        }
        if (begins(raw, 0xFE, 0xFF)) {
            return Optional.of(lenient(raw, 2, StandardCharsets.UTF_16BE, ""));
        }
        return zeros(raw, 0) + zeros(raw, 1) > 0 ? wide(raw) : Optional.of(narrow(raw));
    }

    private static PlainText narrow(byte[] raw) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
            return new PlainText(text, Optional.empty());
        } catch (CharacterCodingException notUtf8) {
            return lenient(
                    raw, 0, Charset.forName("windows-1252"), "The file is not UTF-8 and was read as Windows-1252.");
        }
    }

    /** Zeros in every second place are UTF-16 without a mark; anywhere else they are no text. */
    private static Optional<PlainText> wide(byte[] raw) {
        int enough = Math.min(raw.length, LOOKED_AT) / 2 * UTF16_ZEROS_PERCENT / 100;
        if (zeros(raw, 1) > enough && zeros(raw, 0) == 0) {
            return Optional.of(lenient(raw, 0, StandardCharsets.UTF_16LE, "The file was read as UTF-16."));
        }
        if (zeros(raw, 0) > enough && zeros(raw, 1) == 0) {
            return Optional.of(lenient(raw, 0, StandardCharsets.UTF_16BE, "The file was read as UTF-16."));
        }
        return Optional.empty();
    }

    private static PlainText lenient(byte[] raw, int from, Charset charset, String warning) {
        return new PlainText(
                new String(raw, from, raw.length - from, charset),
                warning.isEmpty() ? Optional.empty() : Optional.of(warning));
    }

    private static int zeros(byte[] raw, int from) {
        int count = 0;
        for (int i = from; i < Math.min(raw.length, LOOKED_AT); i += 2) {
            count += raw[i] == 0 ? 1 : 0;
        }
        return count;
    }

    private static boolean begins(byte[] raw, int... with) {
        if (raw.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((raw[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
