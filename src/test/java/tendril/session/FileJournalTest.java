package tendril.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tendril.casefile.CaseFile;
import tendril.casefile.CaseSaver;
import tendril.casefile.disk.CaseFileException;
import tendril.casefile.record.EvidenceBody;
import tendril.graph.CaseEvent;
import tendril.graph.Evidence;
import tendril.graph.Fact;

class FileJournalTest {
    @Test
    void evidenceCanBeReadAtOnceAndStaysReadableOnceItIsOnDisk() throws Exception {
        EvidenceBody body = EvidenceBody.of("{\"response_code\":\"1\"}".getBytes(StandardCharsets.UTF_8));
        var evidence =
                new Evidence(1, "threatcrowd", "k", "GET /", Instant.EPOCH, 200, "", body.sizeBytes(), body.sha256());
        var fact = new Fact(1, Instant.EPOCH, 0, new CaseEvent.EvidenceKept(evidence));
        CaseFile file = CaseFile.inMemory();
        var listener = new CaseSaver.Listener() {
            @Override
            public void saved(long seq) {}

            @Override
            public void notSaved(CaseFileException.Reason reason, String sentence) {}
        };
        try (var saver = new CaseSaver(file, listener, task -> new Thread(task, "case-saver"))) {
            var journal = new FileJournal(() -> file, saver, Runnable::run);

            var saved = journal.append(List.of(fact), List.of(body));
            assertThat(journal.evidence(body.sha256())).hasValue(body.bytes());

            saved.get(10, TimeUnit.SECONDS);
            assertThat(journal.evidence(body.sha256())).hasValue(body.bytes());
        }
    }
}
