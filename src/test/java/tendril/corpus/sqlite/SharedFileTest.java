package tendril.corpus.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusReading;
import tendril.corpus.Day;
import tendril.corpus.Lookup;
import tendril.corpus.Observation;
import tendril.corpus.Relation;
import tendril.corpus.Verdict;
import tendril.corpus.Vote;

/** One corpus file that several programs have open: each has its own {@link SqliteCorpus}. */
class SharedFileTest {
    private static final int STEPS = 6;
    private static final int ROWS = 50;

    @TempDir
    private Path folder;

    @Test
    void twoFillItWhileAThirdAnswers() throws Exception {
        Path file = folder.resolve("shared.db");
        SqliteCorpus.openOrCreate(file).close();
        try (var programs = Executors.newFixedThreadPool(3)) {
            List<Callable<Integer>> work = List.of(() -> fill(file, "a"), () -> fill(file, "b"), () -> answer(file));
            for (Future<Integer> done : programs.invokeAll(work)) {
                assertThat(done.get()).isPositive();
            }
        }
        try (Corpus corpus = SqliteCorpus.open(file)) {
            assertThat(known(corpus)).hasSize(2 * STEPS * ROWS);
            assertThat(corpus.batches().values()).containsExactly((long) STEPS * ROWS, (long) STEPS * ROWS);
        }
    }

    @Test
    void whatAnotherProgramAddsIsSeenSoonAfter() throws Exception {
        Path file = folder.resolve("seen.db");
        try (Corpus serving = SqliteCorpus.openOrCreate(file);
                Corpus filling = SqliteCorpus.open(file)) {
            assertThat(known(serving)).isEmpty();
            filling.add(new Batch("a", "s", ""), rows("a", 0));
            eventually(() -> known(serving).size() == ROWS);
            filling.remove("a", Corpus.Progress.UNHEARD);
            eventually(() -> known(serving).isEmpty());
        }
    }

    @Test
    void whatThisProgramChangesIsSeenByTheNextReading() throws IOException {
        Path file = folder.resolve("own.db");
        try (Corpus corpus = SqliteCorpus.openOrCreate(file)) {
            for (int step = 0; step < STEPS; step++) {
                assertThat(known(corpus)).hasSize(step * ROWS);
                corpus.add(new Batch("a", "s", ""), rows("a", step));
                corpus.vote(List.of(
                        new Vote("192.0.2.1", "voter " + step, Verdict.MALICIOUS, Instant.ofEpochSecond(step))));
                try (CorpusReading reading = corpus.read()) {
                    assertThat(reading.tally("192.0.2.1").malicious()).isEqualTo(step + 1);
                }
            }
        }
    }

    /** Otherwise the log of the file would grow as long as an idle server has it open. */
    @Test
    void aReadingThatRestsSoonLetsGoOfTheFile() throws Exception {
        Path file = folder.resolve("rests.db");
        try (Corpus serving = SqliteCorpus.openOrCreate(file);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = other.createStatement()) {
            serving.add(new Batch("a", "s", ""), rows("a", 0));
            assertThat(known(serving)).hasSize(ROWS);
            statement.execute("UPDATE state SET seq = seq + 1");
            eventually(() -> {
                try (ResultSet log = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                    return log.next() && log.getInt(1) == 0;
                }
            });
        }
    }

    @Test
    void anAnswerKeepsItsStateWhileTheFileChanges() throws IOException {
        Path file = folder.resolve("kept.db");
        try (Corpus corpus = SqliteCorpus.openOrCreate(file)) {
            corpus.add(new Batch("a", "s", ""), rows("a", 0));
            try (CorpusReading reading = corpus.read()) {
                assertThat(count(reading)).isEqualTo(ROWS);
                corpus.add(new Batch("a", "s", ""), rows("a", 1));
                assertThat(count(reading)).isEqualTo(ROWS);
            }
            try (CorpusReading reading = corpus.read()) {
                assertThat(count(reading)).isEqualTo(2 * ROWS);
            }
        }
    }

    private static void eventually(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, holds);
    }

    private static int count(CorpusReading reading) throws IOException {
        var count = new AtomicInteger();
        reading.rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1", (value, last) -> count.incrementAndGet());
        return count.get();
    }

    private static int fill(Path file, String name) throws IOException {
        try (Corpus corpus = SqliteCorpus.open(file)) {
            for (int step = 0; step < STEPS; step++) {
                corpus.add(new Batch(name, "s", ""), rows(name, step));
            }
            corpus.settle(Corpus.Progress.UNHEARD);
        }
        return STEPS;
    }

    private static List<Observation> rows(String name, int step) {
        var rows = new ArrayList<Observation>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(Observation.on(
                    new Day(2015_01_01), Relation.RESOLVES, name + step + "-" + i + ".example", "192.0.2.1"));
        }
        return rows;
    }

    /** Asks until all is there; what was there once never goes. */
    private static int answer(Path file) throws IOException {
        int asked = 0;
        Set<String> before = Set.of();
        try (Corpus corpus = SqliteCorpus.open(file)) {
            while (before.size() < 2 * STEPS * ROWS) {
                Set<String> now = known(corpus);
                assertThat(now).containsAll(before);
                before = now;
                asked++;
            }
        }
        return asked;
    }

    private static Set<String> known(Corpus corpus) throws IOException {
        var values = new HashSet<String>();
        try (CorpusReading reading = corpus.read()) {
            reading.rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1", (value, last) -> values.add(value));
        }
        return values;
    }
}
