package tendril.layout;

/** Asks a running layout to stop and to keep what it has. Thread-safe; once stopped it stays stopped. */
public final class StopToken {
    private volatile boolean stopped;

    public void stop() {
        stopped = true;
    }

    public boolean isStopped() {
        return stopped;
    }
}
