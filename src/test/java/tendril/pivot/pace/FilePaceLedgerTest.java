package tendril.pivot.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.pivot.Pace;
import tendril.pivot.pace.PaceLedger.Slot;

class FilePaceLedgerTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Pace FIVE_A_DAY = new Pace(List.of(new Pace.Window(5, DAY)), 1);

    private static final PaceKey KEY = new PaceKey("s", "");

    @TempDir
    Path directory;

    private final VirtualTicker ticker = new VirtualTicker("2026-03-28T12:00:00Z");

    @Test
    void twoProgramsShareOnePace() {
        FilePaceLedger one = ledger(ticker);
        FilePaceLedger other = ledger(ticker);

        assertThat(take(one, 3)).isEqualTo(3);
        assertThat(take(other, 3)).isEqualTo(2);
        assertThat(take(one, 3)).isZero();
    }

    @Test
    void oneProviderAtTwoServersHasTwoPaces() {
        FilePaceLedger ledger = ledger(ticker);
        PaceKey here = new PaceKey("s", "127.0.0.1:8080");
        PaceKey there = new PaceKey("s", "threatcrowd.example:443");
        for (int i = 0; i < 5; i++) {
            assertThat(ledger.reserve(here, FIVE_A_DAY)).isInstanceOf(Slot.Taken.class);
            assertThat(ledger.reserve(there, FIVE_A_DAY)).isInstanceOf(Slot.Taken.class);
        }
        assertThat(ledger.reserve(here, FIVE_A_DAY)).isInstanceOf(Slot.NotBefore.class);
    }

    @Test
    void whatAnEarlierVersionKeptOfTheProviderStillCounts() {
        take(ledger(ticker), 3);
        FilePaceLedger ledger = ledger(ticker);
        PaceKey there = new PaceKey("s", "threatcrowd.example:443");

        assertThat(ledger.reserve(there, FIVE_A_DAY)).isInstanceOf(Slot.Taken.class);
        assertThat(ledger.reserve(there, FIVE_A_DAY)).isInstanceOf(Slot.Taken.class);
        assertThat(ledger.reserve(there, FIVE_A_DAY)).isInstanceOf(Slot.NotBefore.class);
        assertThat(ledger(ticker).reserve(there, FIVE_A_DAY)).isInstanceOf(Slot.NotBefore.class);
    }

    @Test
    void anotherProgramThatHoldsTheLockIsNotWaitedFor() throws IOException {
        try (PaceFile other = new PaceFile(directory, "s")) {
            var lock = other.tryLock().orElseThrow();
            assertThat(ledger(ticker).reserve(KEY, FIVE_A_DAY)).isEqualTo(new Slot.Busy());
            lock.release();
        }
        assertThat(take(ledger(ticker), 1)).isEqualTo(1);
    }

    @Test
    void aQuotaSurvivesARestart() {
        take(ledger(ticker), 5);
        VirtualTicker next = new VirtualTicker("2026-03-28T18:00:00Z");
        FilePaceLedger restarted = ledger(next);

        assertThat(take(restarted, 1)).isZero();
        next.pass(Duration.ofHours(18).plusSeconds(1));
        assertThat(take(restarted, 9)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-27T12:00:00Z", "1970-01-01T00:00:00Z", "2026-03-28T11:59:59Z"})
    void aClockSetBackBetweenTwoRunsFreesNothingAndBlocksForOneWindowAtMost(String back) {
        take(ledger(ticker), 5);
        VirtualTicker next = new VirtualTicker(back);
        assertThat(take(ledger(next), 1)).isZero();

        // Each start would take the records for new again, if the first had not written them down in its own time.
        next.pass(Duration.ofHours(12));
        assertThat(take(ledger(next), 1)).isZero();
        next.pass(Duration.ofHours(12).plusSeconds(1));
        assertThat(take(ledger(next), 9)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, 86_400, -3_600, 3_600, 400_000_000})
    void aClockSetWhileTheProgramRunsChangesNothing(long seconds) {
        FilePaceLedger ledger = ledger(ticker);
        take(ledger, 4);
        ticker.setWall(ticker.instant().plusSeconds(seconds));
        assertThat(take(ledger, 4)).isEqualTo(1);

        // The next program reads the file in the new time, and counts all five.
        assertThat(take(ledger(ticker), 1)).isZero();
        ticker.pass(DAY.plusSeconds(1));
        assertThat(take(ledger, 9)).isEqualTo(5);
    }

    @Test
    void summerTimeIsNoJump() {
        take(ledger(ticker), 5);
        VirtualTicker next = new VirtualTicker("2026-03-29T11:59:59Z");
        assertThat(take(ledger(next), 1)).isZero();
        next.pass(Duration.ofSeconds(2));
        assertThat(take(ledger(next), 9)).isEqualTo(5);
    }

    @Test
    void whatTheSourceAskedForHoldsForAllProgramsUntilAPersonDecides() {
        FilePaceLedger one = ledger(ticker);
        one.askedToWait(KEY, Duration.ofMinutes(10));
        FilePaceLedger other = ledger(ticker);
        assertThat(take(other, 1)).isZero();

        other.stopWaiting(KEY);
        assertThat(take(other, 1)).isEqualTo(1);
    }

    @Test
    void aDamagedRecordStillCounts() throws IOException {
        take(ledger(ticker), 5);
        Path file = directory.resolve("s.pace");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 16, 64, (byte) 0x55);
        Files.write(file, bytes);

        FilePaceLedger restarted = ledger(ticker);
        assertThat(take(restarted, 1)).isZero();
        assertThat(restarted.sends(KEY)).hasSize(5);
    }

    @Test
    void aTornRecordAtTheEndIsWrittenOver() throws IOException {
        take(ledger(ticker), 2);
        Files.write(directory.resolve("s.pace"), new byte[7], StandardOpenOption.APPEND);

        assertThat(take(ledger(ticker), 9)).isEqualTo(3);
        assertThat(ledger(ticker).reserve(KEY, FIVE_A_DAY)).isInstanceOf(Slot.NotBefore.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 40, 100})
    void aFileCutShortOrGoneWhileTheProgramRunsFreesNothing(int length) throws IOException {
        FilePaceLedger ledger = ledger(ticker);
        take(ledger, 4);
        Path file = directory.resolve("s.pace");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));

        assertThat(take(ledger, 9)).isEqualTo(1);
        assertThat(take(ledger(ticker), 9)).isZero();
    }

    @Test
    void aFileOfNonsenseIsMadeGood() throws IOException {
        byte[] nonsense = new byte[5000];
        new Random(3).nextBytes(nonsense);
        Files.write(directory.resolve("s.pace"), nonsense);

        FilePaceLedger ledger =
                ledger(new VirtualTicker(Instant.now().plus(DAY.multipliedBy(2)).toString()));
        assertThat(take(ledger, 9)).isEqualTo(5);
    }

    @Test
    void theFileStaysSmall() throws IOException {
        FilePaceLedger ledger = ledger(ticker);
        Pace fast = new Pace(List.of(new Pace.Window(1, Duration.ofSeconds(60))), 1);
        for (int i = 0; i < 6000; i++) {
            ledger.reserve(KEY, fast);
            ticker.pass(Duration.ofSeconds(61));
        }
        assertThat(Files.size(directory.resolve("s.pace"))).isLessThan(120_000);
    }

    @Test
    void nobodyElseMayReadWhatWasAskedWhen() throws IOException {
        Path inside = directory.resolve("pace");
        new FilePaceLedger(inside, ticker).reserve(new PaceKey("../odd id", ""), FIVE_A_DAY);
        try (var files = Files.list(inside)) {
            assertThat(files.toList())
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void withoutADirectoryThePaceStillHoldsHereAndTheTroubleIsSaid() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");
        FilePaceLedger ledger = new FilePaceLedger(file, ticker);

        assertThat(take(ledger, 9)).isEqualTo(5);
        assertThat(ledger.trouble().orElseThrow()).contains("Make the directory writable.");
    }

    @Test
    void twoRealProgramsKeepOnePace() throws Exception {
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            programs.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "-cp",
                            place(PaceLedger.class) + java.io.File.pathSeparator + place(LedgerProgram.class),
                            LedgerProgram.class.getName(),
                            directory.toString())
                    .inheritIO()
                    .start());
        }
        for (Process program : programs) {
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isZero();
        }

        FilePaceLedger reader = new FilePaceLedger(directory, Ticker.system());
        reader.reserve(KEY, LedgerProgram.PACE);
        List<Long> times = Arrays.stream(reader.sends(KEY)).boxed().toList();
        assertThat(times).hasSizeGreaterThanOrEqualTo(2 * LedgerProgram.SENDS);
        PaceAssert.assertNoWindowExceeded(LedgerProgram.PACE, times);
    }

    private static String place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private FilePaceLedger ledger(Ticker clock) {
        return new FilePaceLedger(directory, clock);
    }

    /** How many of so many tries were granted at once. */
    private static int take(PaceLedger ledger, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            if (ledger.reserve(KEY, FIVE_A_DAY) instanceof Slot.Taken) {
                taken++;
            }
        }
        return taken;
    }
}
