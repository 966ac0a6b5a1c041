package tendril.ui;

/** Pulses for tests without a toolkit. */
public final class PracticePulse {
    private PracticePulse() {}

    /** Everything is done at once, on the calling thread. */
    public static FxPulse atOnce() {
        return new FxPulse(Runnable::run, System::nanoTime);
    }
}
