package tendril.pivot.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.pivot.Pace;
import tendril.pivot.pace.FilePaceLedger;
import tendril.pivot.pace.PaceKey;
import tendril.pivot.pace.PaceLedger.Slot;
import tendril.pivot.pace.PatientLedger;
import tendril.pivot.pace.SlowDisk;
import tendril.pivot.pace.VirtualTicker;

/** A disk that does not answer holds up what is sent, and nobody who asks. */
// Made before each test, once there is a directory.
@SuppressWarnings("NullAway.Init")
class PatientLedgerTest {
    private static final PaceKey KEY = new PaceKey(Asking.SOURCE, "");
    private static final Pace PACE = Pace.every(Duration.ofSeconds(10), 2);

    @TempDir
    Path directory;

    private final VirtualTicker ticker = new VirtualTicker("2026-03-01T09:00:00Z");
    private final SlowDisk disk = new SlowDisk(ticker, Duration.ZERO);
    private PatientLedger ledger;
    private PivotQueue queue;
    private int answers;

    @BeforeEach
    void open() {
        ledger = new PatientLedger(new FilePaceLedger(directory, ticker), ticker, disk);
        queue = new PivotQueue(ticker, ledger, new Random(7));
        ledger.whenAnswered(() -> answers++);
        queue.setPace(Asking.SOURCE, PACE);
    }

    @Test
    void nothingIsSentWhileTheDiskHangsAndEverythingOnceItAnswers() {
        disk.hangs(true);
        queue.add(Asking.bulks(1, 3, 1));

        assertThat(queue.due()).isEmpty();
        assertThat(queue.rows().getFirst().why()).isEqualTo("looking up when the source was asked last");
        assertThat(queue.nextWake()).as("the answer wakes, no clock").isEmpty();
        assertThat(directory).as("the asking thread touches no file").isEmptyDirectory();
        assertThat(queue.paceTrouble()).isEmpty();
        ticker.pass(Duration.ofMinutes(1));
        disk.work();
        assertThat(queue.due()).isEmpty();
        assertThat(queue.paceTrouble())
                .hasValueSatisfying(words -> assertThat(words).contains("does not answer"));
        queue.cancel(List.of(3L));

        disk.hangs(false);
        disk.work();
        assertThat(answers).isEqualTo(1);
        // What was granted when the disk came back counts from now.
        assertThat(queue.due()).hasSize(1);
        disk.work();
        assertThat(queue.paceTrouble()).isEmpty();
    }

    @Test
    void whatWasGrantedCountsFromWhenItIsTakenForOthersToo() {
        assertThat(ledger.reserve(KEY, PACE)).isInstanceOf(Slot.Pending.class);
        disk.work();
        ticker.pass(Duration.ofMillis(900));
        assertThat(ledger.reserve(KEY, PACE)).isEqualTo(new Slot.Taken(ticker.nanos()));
        disk.work();

        assertThat(ledger.sends(KEY)).containsExactly(ticker.nanos());
        var other = new FilePaceLedger(directory, ticker);
        other.reserve(KEY, PACE);
        assertThat(other.sends(KEY)).hasSize(2).startsWith(ticker.nanos());
    }

    @Test
    void whatNobodyTookInTimeHasCountedAndIsThrownAway() {
        ledger.reserve(KEY, PACE);
        disk.work();
        ticker.pass(Duration.ofSeconds(3));

        assertThat(ledger.reserve(KEY, PACE)).isInstanceOf(Slot.Pending.class);
        disk.work();
        assertThat(ledger.reserve(KEY, PACE)).isEqualTo(new Slot.Taken(ticker.nanos()));
        assertThat(ledger.reserve(KEY, PACE)).isInstanceOf(Slot.NotBefore.class);
    }

    @Test
    void whatTheSourceAskedForHoldsAtOnceWhateverTheDiskDoes() {
        disk.hangs(true);
        ledger.reserve(KEY, PACE);
        ledger.askedToWait(KEY, Duration.ofMinutes(5));
        disk.hangs(false);
        disk.work();

        assertThat(ledger.reserve(KEY, PACE))
                .isEqualTo(new Slot.NotBefore(
                        ticker.nanos() + Duration.ofMinutes(5).toNanos()));
        ledger.stopWaiting(KEY);
        assertThat(ledger.reserve(KEY, PACE)).isInstanceOf(Slot.Taken.class);
    }
}
