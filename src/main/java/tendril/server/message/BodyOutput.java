package tendril.server.message;

import java.io.IOException;
import java.io.OutputStream;

/** Where a body is written to. As long as nothing has left for the client, what was written can be taken back. */
public abstract class BodyOutput extends OutputStream {
    /**
     * Forgets what was written, so that another body can take its place.
     *
     * @throws IllegalStateException when part of it has left already
     */
    public abstract void reset();

    /** Writes text that is ASCII throughout. */
    public abstract void ascii(String text) throws IOException;
}
