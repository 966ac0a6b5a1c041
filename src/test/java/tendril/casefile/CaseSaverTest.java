package tendril.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tendril.casefile.disk.CaseFileException;
import tendril.casefile.disk.CaseFileException.Reason;

@Timeout(60)
class CaseSaverTest {
    @TempDir
    Path folder;

    private final Heard heard = new Heard();

    @Test
    void aBatchIsAcknowledgedOnceItIsOnDisk() throws Exception {
        try (CaseFile file = newCase("a.tendril");
                CaseSaver saver = saver(file)) {
            assertThat(saver.append(Cases.entities(1, 3), List.of()).get()).isEqualTo(3);
            assertThat(file.facts()).isEqualTo(Cases.entities(1, 3));
            assertThat(saver.savedSeq()).isEqualTo(3);
        }
    }

    @Test
    void batchesThatWaitGoIntoOneTransactionInOrder() throws Exception {
        Heard slow = new Heard();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        slow.onSaved = () -> {
            written.countDown();
            awaitQuietly(goOn);
        };
        try (CaseFile file = newCase("a.tendril");
                CaseSaver saver = new CaseSaver(file, slow, Thread::new)) {
            saver.append(Cases.entities(1, 1), List.of());
            written.await();
            for (int seq = 2; seq <= 200; seq++) {
                saver.append(List.of(Cases.entity(seq)), List.of());
            }
            goOn.countDown();
            saver.flush().get();
            assertThat(file.facts()).isEqualTo(Cases.entities(1, 200));
        }
        assertThat(slow.savedSeqs).containsExactly(1L, 200L);
    }

    @Test
    void closingWritesWhatWaits() throws Exception {
        List<CompletableFuture<Long>> futures = new ArrayList<>();
        try (CaseFile file = newCase("a.tendril")) {
            CaseSaver saver = saver(file);
            for (int seq = 1; seq <= 50; seq++) {
                futures.add(saver.append(List.of(Cases.entity(seq)), List.of()));
            }
            saver.close();
            assertThat(futures).allMatch(CompletableFuture::isDone);
            assertThat(file.facts()).isEqualTo(Cases.entities(1, 50));
            assertThat(saver.unsaved()).isEmpty();
        }
    }

    @Test
    void aFullDiskDelaysFactsAndLosesNone() throws Exception {
        try (CaseFile file = newCase("a.tendril");
                CaseSaver saver = saver(file)) {
            file.limitPages(10);
            var first = saver.append(Cases.entities(1, 2000), List.of());
            heard.awaitTrouble();
            var second = saver.append(Cases.entities(2001, 2005), List.of());
            heard.awaitTrouble();

            assertThat(first).isNotDone();
            assertThat(second).isNotDone();
            assertThat(saver.unsaved()).isEqualTo(Cases.entities(1, 2005));
            assertThat(saver.trouble()).get().returns(Reason.DISK_FULL, CaseFileException::reason);
            assertThat(heard.sentences).allMatch(sentence -> sentence.contains("the disk is full"));

            file.limitPages(1_000_000);
            saver.retry();
            assertThat(second.get()).isEqualTo(2005);
            assertThat(first.get()).isEqualTo(2000);
            assertThat(saver.trouble()).isEmpty();
            assertThat(file.facts()).isEqualTo(Cases.entities(1, 2005));
        }
    }

    @Test
    void savingGoesOnInAnotherPlaceWithWhatWaited() throws Exception {
        CaseFile full = newCase("full.tendril");
        CaseSaver saver = saver(full);
        saver.append(Cases.entities(1, 3), List.of()).get();
        full.limitPages(10);
        var waiting = saver.append(Cases.entities(4, 2000), List.of());
        heard.awaitTrouble();

        Path elsewhere = folder.resolve("elsewhere.tendril");
        full.saveCopy(elsewhere);
        CaseFile other = Cases.opened(CaseFile.open(elsewhere));
        saver.continueIn(other).close();

        assertThat(waiting.get()).isEqualTo(2000);
        saver.close();
        assertThat(other.facts()).isEqualTo(Cases.entities(1, 2000));
        other.close();
    }

    @Test
    void closingWithTroubleSaysSoAndStillHoldsTheFacts() throws Exception {
        try (CaseFile file = newCase("a.tendril")) {
            file.limitPages(10);
            CaseSaver saver = saver(file);
            var waiting = saver.append(Cases.entities(1, 2000), List.of());
            assertThatExceptionOfType(CaseFileException.class)
                    .isThrownBy(saver::close)
                    .returns(Reason.DISK_FULL, CaseFileException::reason);
            assertThat(saver.unsaved()).hasSize(2000);
            assertThat(waiting).isCompletedExceptionally();
        }
    }

    private CaseSaver saver(CaseFile file) throws CaseFileException {
        return new CaseSaver(file, heard, Thread::new);
    }

    private CaseFile newCase(String name) {
        return Cases.opened(CaseFile.create(folder.resolve(name)));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Heard implements CaseSaver.Listener {
        final ConcurrentLinkedQueue<Long> savedSeqs = new ConcurrentLinkedQueue<>();
        final ConcurrentLinkedQueue<String> sentences = new ConcurrentLinkedQueue<>();
        final Semaphore troubles = new Semaphore(0);
        Runnable onSaved = () -> {};

        @Override
        public void saved(long seq) {
            savedSeqs.add(seq);
            onSaved.run();
        }

        @Override
        public void notSaved(Reason reason, String sentence) {
            sentences.add(sentence);
            troubles.release();
        }

        void awaitTrouble() throws InterruptedException {
            assertThat(troubles.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
