package tendril.server.engine;

import java.io.IOException;
import java.net.Socket;

/**
 * Ends reads that take too long. The reading thread says until when it will wait; the listener's watch looks in from time
 * to time and, when that has passed, shuts the socket's input, so that the read returns. This costs a read nothing, where
 * a socket timeout would cost a timer. Thread-safe.
 */
final class ReadWatch {
    private final Socket socket;

    /** Until when the read may wait that is going on now, on the clock of {@link System#nanoTime}; 0 while none is. */
    private volatile long deadline;

    private volatile boolean expired;

    ReadWatch(Socket socket) {
        this.socket = socket;
    }

    void begin(long until) {
        deadline = until | 1;
    }

    void end() {
        deadline = 0;
    }

    /** Whether a read was ended because it took too long. */
    boolean isExpired() {
        return expired;
    }

    /** Ends the read that is going on if its time has passed. */
    void check() throws IOException {
        long until = deadline;
        if (until != 0 && System.nanoTime() - until > 0 && !expired) {
            expired = true;
            socket.shutdownInput();
        }
    }
}
