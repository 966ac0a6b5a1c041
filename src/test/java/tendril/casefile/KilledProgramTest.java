package tendril.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a program said was saved is there after it was killed. */
@Timeout(120)
class KilledProgramTest {
    private static final int ROUNDS = 5;
    private static final int FACTS_PER_TRANSACTION = 3;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedFactIsThereAfterAKill() throws Exception {
        Path path = folder.resolve("a.tendril");
        Cases.opened(CaseFile.create(path)).close();
        Random random = new Random(15);
        long inFile = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long acknowledged = runAndKill(path, inFile, 1 + random.nextInt(25));
            try (CaseFile file = Cases.opened(CaseFile.open(path))) {
                inFile = file.lastSeq();
                assertThat(inFile).isGreaterThanOrEqualTo(acknowledged);
                assertThat(inFile % FACTS_PER_TRANSACTION).isZero();
                CheckReport report = file.verify();
                assertThat(report.problems()).isEmpty();
                assertThat(report.evidence()).isEqualTo(inFile / FACTS_PER_TRANSACTION);
            }
        }
        assertThat(CaseFileTest.filesIn(folder)).containsExactly("a.tendril");
    }

    @Test
    void theCaseOfARunningProgramIsReadOnlyAndOfAKilledOneIsNot() throws Exception {
        Path path = folder.resolve("a.tendril");
        Cases.opened(CaseFile.create(path)).close();
        Process appender = start(path);
        try (BufferedReader said = appender.inputReader()) {
            said.readLine();
            Opening.OpenedReadOnly opening = Cases.readOnly(CaseFile.open(path));
            assertThat(opening.sentence()).contains("process " + appender.pid());
            assertThat(opening.file().lastSeq()).isPositive();
            opening.file().close();
        } finally {
            kill(appender);
        }
        Cases.opened(CaseFile.open(path)).close();
    }

    /** Lets the program make some transactions, kills it in the middle of others, and gives the last one it reported. */
    private static long runAndKill(Path path, long before, int transactions) throws IOException, InterruptedException {
        Process appender = start(path);
        long acknowledged = before;
        try (BufferedReader said = appender.inputReader()) {
            for (int i = 0; i < transactions; i++) {
                acknowledged = Long.parseLong(said.readLine());
            }
            kill(appender);
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                acknowledged = Long.parseLong(line);
            }
        }
        return acknowledged;
    }

    private static Process start(Path path) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Appender.class.getName(),
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void kill(Process process) throws InterruptedException {
        // By its handle, as the process itself would close what it has printed before it is read.
        process.toHandle().destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
