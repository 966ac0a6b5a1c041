package tendril.pivot.pace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tendril.pivot.Pace;

/** A second program that wants slots of the same provider, as fast as it can get them. */
public final class LedgerProgram {
    static final Pace PACE = new Pace(
            List.of(new Pace.Window(5, Duration.ofMillis(50)), new Pace.Window(20, Duration.ofMillis(300))), 1);
    static final int SENDS = 60;

    private LedgerProgram() {}

    public static void main(String[] args) throws Exception {
        try (FilePaceLedger ledger = new FilePaceLedger(Path.of(args[0]), Ticker.system())) {
            for (int sent = 0; sent < SENDS; ) {
                if (ledger.reserve(new PaceKey("s", ""), PACE) instanceof PaceLedger.Slot.Taken) {
                    sent++;
                } else {
                    LockSupport.parkNanos(200_000);
                }
            }
        }
    }
}
