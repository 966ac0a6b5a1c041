package tendril.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tendril.server.message.BodyOutput;

/** A body that stays here, for tests of what is written into one. */
public final class PlainOutput extends BodyOutput {
    private final ByteArrayOutputStream out;

    public PlainOutput(ByteArrayOutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) {
        out.write(b);
    }

    @Override
    public void ascii(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void reset() {
        out.reset();
    }
}
