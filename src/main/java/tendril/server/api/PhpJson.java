package tendril.server.api;

import java.io.IOException;
import tendril.server.message.BodyOutput;

/**
 * Writes JSON as PHP's {@code json_encode} does, which is what old clients expect to the byte: no white space, {@code
 * /} written {@code \/}, everything beyond ASCII written {@code \}{@code uXXXX} in lower-case hexadecimal. Confined to
 * one thread.
 */
final class PhpJson {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private final BodyOutput out;

    PhpJson(BodyOutput out) {
        this.out = out;
    }

    /** Writes ASCII that already is JSON. */
    void raw(String json) throws IOException {
        out.ascii(json);
    }

    /** Writes a string with its quotes. A lone surrogate is written as the escape of itself. */
    void string(String text) throws IOException {
        out.write('"');
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        out.ascii(plain == text.length() ? text : text.substring(0, plain));
        for (int i = plain; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                out.write(c);
            } else {
                escape(c);
            }
        }
        out.write('"');
    }

    private static boolean isPlain(char c) {
        return c >= 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '/';
    }

    private void escape(char c) throws IOException {
        switch (c) {
            case '"', '\\', '/' -> pair(c);
            case '\b' -> pair('b');
            case '\f' -> pair('f');
            case '\n' -> pair('n');
            case '\r' -> pair('r');
            case '\t' -> pair('t');
            case 0x7F -> out.write(c);
            default -> {
                pair('u');
                out.write(HEX[c >> 12]);
                out.write(HEX[c >> 8 & 0xF]);
                out.write(HEX[c >> 4 & 0xF]);
                out.write(HEX[c & 0xF]);
            }
        }
    }

    private void pair(char c) throws IOException {
        out.write('\\');
        out.write(c);
    }
}
