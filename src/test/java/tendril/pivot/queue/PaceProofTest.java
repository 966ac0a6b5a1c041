package tendril.pivot.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tendril.pivot.Pace;
import tendril.pivot.lane.RowState;
import tendril.pivot.pace.FilePaceLedger;
import tendril.pivot.pace.MemoryPaceLedger;
import tendril.pivot.pace.PaceAssert;
import tendril.pivot.pace.PaceLedger;
import tendril.pivot.pace.PatientLedger;
import tendril.pivot.pace.SlowDisk;
import tendril.pivot.pace.Ticker;
import tendril.pivot.pace.VirtualTicker;

/** A thousand requests at each shipped pace: never one too many in any window, hardly one too few, and on time. */
class PaceProofTest {
    private static final int REQUESTS = 1000;
    private static final Duration DISK = Duration.ofMillis(2);

    @TempDir
    Path directory;

    private final VirtualTicker ticker = new VirtualTicker("2026-03-01T09:00:00Z");
    private final MemoryPaceLedger ledger = new MemoryPaceLedger(ticker);
    private final RecordingSource source =
            new RecordingSource(ticker, Duration.ofMillis(100), started -> Asking.found(1));

    static Stream<Pace> paces() {
        return Stream.of(
                Pace.every(Duration.ofSeconds(10), 3),
                pace(4, Duration.ofMinutes(1), 500, Duration.ofDays(1)),
                new Pace(List.of(new Pace.Window(2, Duration.ofSeconds(1))), 2),
                pace(60, Duration.ofMinutes(1), 1000, Duration.ofDays(1)),
                pace(3, Duration.ofSeconds(1), 20, Duration.ofSeconds(15)));
    }

    @ParameterizedTest
    @MethodSource("paces")
    void noWindowIsEverExceededAndHardlyASlotIsWasted(Pace pace) {
        PivotQueue queue = queue(pace);
        long start = ticker.nanos();
        source.saved.applyAll(queue.add(Asking.bulks(1, REQUESTS, 1)));

        source.run(Integer.MAX_VALUE, queue);

        assertThat(queue.count(RowState.DONE)).isEqualTo(REQUESTS);
        PaceAssert.assertNoWindowExceeded(pace, source.askedAt);
        double used = source.askedAt.getLast() - start;
        assertThat(ideal(pace) / used).isGreaterThanOrEqualTo(0.99);
    }

    @ParameterizedTest
    @MethodSource("paces")
    void expectedClockTimesComeTrue(Pace pace) {
        timesComeTrue(queue(pace));
    }

    @ParameterizedTest
    @MethodSource("paces")
    void expectedClockTimesComeTrueOverASlowFile(Pace pace) {
        timesComeTrue(queue(pace, patient(ticker), ticker));
    }

    @ParameterizedTest
    @MethodSource("paces")
    void expectedClockTimesComeTrueAfterARestartToo(Pace pace) {
        PivotQueue first = queue(pace, patient(ticker), ticker);
        source.saved.applyAll(first.add(Asking.bulks(1, REQUESTS, 1)));
        source.run(REQUESTS / 2, first);
        source.answerNow();

        Ticker anew = new LaterTicker(ticker);
        PivotQueue second = queue(pace, patient(anew), anew);
        source.saved.applyAll(second.restore(source.saved));
        // The first answer of the disk tells what the program before has sent, that of the source how long it takes.
        source.run(REQUESTS / 2 + 2, second);
        assertTimes(second);
    }

    /** What another program sends meanwhile nobody can foresee; what it has sent is known, and when it is done all is. */
    @ParameterizedTest
    @MethodSource("paces")
    void expectedClockTimesComeTrueOnceAnotherProgramIsDone(Pace pace) {
        Ticker elsewhere = new LaterTicker(ticker);
        PivotQueue one = queue(pace, patient(ticker), ticker);
        PivotQueue other = queue(pace, patient(elsewhere), elsewhere);
        one.add(Asking.bulks(1, REQUESTS / 2, 1));
        other.add(Asking.bulks(REQUESTS / 2 + 1, REQUESTS / 2 + 50, 1));
        Instant promised = one.finishesAt().orElseThrow();

        source.run(100, one, other);
        other.cancel(IntStream.rangeClosed(REQUESTS / 2 + 1, REQUESTS / 2 + 50)
                .mapToObj(Long::valueOf)
                .toList());
        source.run(101, one, other);

        assertThat(one.finishesAt().orElseThrow())
                .as("never earlier than if alone")
                .isAfterOrEqualTo(promised);
        assertTimes(one);
    }

    private void timesComeTrue(PivotQueue queue) {
        queue.add(Asking.click(REQUESTS + 1));
        // How long the source takes to answer has been seen once.
        source.run(Integer.MAX_VALUE, queue);
        queue.clearDone();
        queue.add(Asking.bulks(1, REQUESTS, 1));
        assertTimes(queue);
    }

    /** From now on each request in line goes at the time it is expected, off by less than 5 % of the wait. */
    private void assertTimes(PivotQueue queue) {
        var start = ticker.instant();
        long startNanos = ticker.nanos();
        Map<Long, Duration> expected = new HashMap<>();
        queue.rows().stream()
                .filter(row -> row.state().isInLine())
                .forEach(row -> expected.put(
                        row.request().id(),
                        Duration.between(start, row.expected().orElseThrow())));
        assertThat(expected).hasSizeGreaterThan(REQUESTS / 4);
        Duration finishes = Duration.between(start, queue.finishesAt().orElseThrow());

        source.run(Integer.MAX_VALUE, queue);

        expected.forEach((id, span) -> {
            long real = source.sentAt(id) - startNanos;
            assertThat(Math.abs(real - span.toNanos()))
                    .as("request %d", id)
                    .isLessThanOrEqualTo(real / 20 + DISK.toNanos());
        });
        double realEnd = ticker.nanos() - startNanos;
        assertThat(finishes.toNanos() / realEnd).isBetween(0.98, 1.02);
    }

    @ParameterizedTest
    @MethodSource("paces")
    void theWindowsHoldOverARestartInTheMiddle(Pace pace) {
        PivotQueue first = queue(pace);
        source.saved.applyAll(first.add(Asking.bulks(1, REQUESTS, 1)));
        source.run(REQUESTS / 2, first);
        source.forgetReplies();

        PivotQueue second = queue(pace);
        source.saved.applyAll(second.restore(source.saved));
        source.run(Integer.MAX_VALUE, second);

        PaceAssert.assertNoWindowExceeded(pace, source.askedAt);
        assertThat(source.asked).hasSize(REQUESTS).doesNotHaveDuplicates();
        assertThat(second.count(RowState.INTERRUPTED)).isBetween(1, pace.concurrency());
    }

    @ParameterizedTest
    @MethodSource("paces")
    void theWindowsHoldOverARestartOfTheProgramByTheFileAlone(Pace pace) {
        PivotQueue first = queue(pace, new FilePaceLedger(directory, ticker), ticker);
        long start = ticker.nanos();
        source.saved.applyAll(first.add(Asking.bulks(1, REQUESTS, 1)));
        source.run(REQUESTS / 2, first);
        source.answerNow();

        // Another program: it knows the file, and its steady clock begins somewhere else.
        Ticker anew = new LaterTicker(ticker);
        PivotQueue second = queue(pace, new FilePaceLedger(directory, anew), anew);
        source.saved.applyAll(second.restore(source.saved));
        source.run(Integer.MAX_VALUE, second);

        PaceAssert.assertNoWindowExceeded(pace, source.askedAt);
        assertThat(source.asked).hasSize(REQUESTS).doesNotHaveDuplicates();
        assertThat(second.count(RowState.DONE)).isEqualTo(REQUESTS);
        double used = source.askedAt.getLast() - start;
        assertThat(ideal(pace) / used).as("throughput").isGreaterThanOrEqualTo(0.99);
    }

    @ParameterizedTest
    @MethodSource("paces")
    void twoProgramsThatShareTheFileKeepOnePaceAndWasteNothing(Pace pace) {
        Ticker elsewhere = new LaterTicker(ticker);
        twoPrograms(pace, new FilePaceLedger(directory, ticker), new FilePaceLedger(directory, elsewhere), elsewhere);
    }

    @ParameterizedTest
    @MethodSource("paces")
    void twoProgramsWithASlowDiskDoSoToo(Pace pace) {
        Ticker elsewhere = new LaterTicker(ticker);
        twoPrograms(pace, patient(ticker), patient(elsewhere), elsewhere);
    }

    private void twoPrograms(Pace pace, PaceLedger here, PaceLedger there, Ticker elsewhere) {
        PivotQueue one = queue(pace, here, ticker);
        PivotQueue other = queue(pace, there, elsewhere);
        one.add(Asking.bulks(1, REQUESTS / 2, 1));
        other.add(Asking.bulks(REQUESTS / 2 + 1, REQUESTS, 1));

        source.run(Integer.MAX_VALUE, one, other);

        assertThat(source.asked).hasSize(REQUESTS).doesNotHaveDuplicates();
        PaceAssert.assertNoWindowExceeded(pace, source.askedAt);
        double used = source.askedAt.getLast();
        assertThat(ideal(pace) / used).as("throughput").isGreaterThanOrEqualTo(0.99);
    }

    @ParameterizedTest
    @MethodSource("paces")
    void twoProgramsTogetherKeepOnePace(Pace pace) {
        PivotQueue one = queue(pace);
        PivotQueue other = queue(pace);
        one.add(Asking.bulks(1, 300, 1));
        other.add(Asking.bulks(301, 600, 1));

        source.run(Integer.MAX_VALUE, one, other);

        assertThat(source.asked).hasSize(600);
        PaceAssert.assertNoWindowExceeded(pace, source.askedAt);
    }

    /** A ledger over the file on a disk that takes its time. */
    private PaceLedger patient(Ticker clock) {
        var disk = new SlowDisk(ticker, DISK);
        source.disks.add(disk);
        return new PatientLedger(new FilePaceLedger(directory, clock), clock, disk);
    }

    private PivotQueue queue(Pace pace) {
        return queue(pace, ledger, ticker);
    }

    private static PivotQueue queue(Pace pace, PaceLedger ledger, Ticker ticker) {
        PivotQueue queue = new PivotQueue(ticker, ledger, new Random(7));
        queue.setServer(Asking.SOURCE, "source.example:443");
        queue.setPace(Asking.SOURCE, pace);
        return queue;
    }

    /** The same wall clock, and a steady clock that began at another time. */
    private record LaterTicker(Ticker ticker) implements Ticker {
        private static final long BEGAN_NANOS = 987_654_321_987L;

        @Override
        public Instant instant() {
            return ticker.instant();
        }

        @Override
        public long nanos() {
            return ticker.nanos() - BEGAN_NANOS;
        }
    }

    private static Pace pace(int few, Duration span, int many, Duration longSpan) {
        return new Pace(List.of(new Pace.Window(few, span), new Pace.Window(many, longSpan)), 1);
    }

    /** When the last request could have gone if the source and the program took no time at all. */
    private static double ideal(Pace pace) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            long time = 0;
            for (Pace.Window window : pace.windows()) {
                if (i >= window.requests()) {
                    time = Math.max(
                            time,
                            times.get(i - window.requests()) + window.per().toNanos());
                }
            }
            times.add(time);
        }
        return times.getLast();
    }
}
