package tendril.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A body that stays here, for tests of what is written into one. */
final class PlainOutput extends BodyOutput {
    private final ByteArrayOutputStream out;

    PlainOutput(ByteArrayOutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) {
        out.write(b);
    }

    @Override
    void ascii(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    void reset() {
        out.reset();
    }
}
