package tendril.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import tendril.casefile.CaseFile;
import tendril.casefile.CaseSaver;
import tendril.casefile.disk.CaseFileException;
import tendril.casefile.record.EvidenceBody;
import tendril.casefile.record.KeptBody;
import tendril.graph.Fact;

/** A journal in a case file, whichever the case is kept in now. Appending is confined to the case thread; what it returns completes there too. */
final class FileJournal implements Journal {
    private final Supplier<CaseFile> file;
    private final CaseSaver saver;
    private final Executor caseThread;

    /** Bodies on their way to the disk, where they can already be read. */
    private final Map<String, EvidenceBody> underWay = new ConcurrentHashMap<>();

    FileJournal(Supplier<CaseFile> file, CaseSaver saver, Executor caseThread) {
        this.file = file;
        this.saver = saver;
        this.caseThread = caseThread;
    }

    @Override
    public CompletableFuture<Void> append(List<Fact> facts, List<EvidenceBody> evidence) {
        evidence.forEach(body -> underWay.put(body.sha256(), body));
        return saver.append(facts, evidence)
                .thenAcceptAsync(seq -> evidence.forEach(body -> underWay.remove(body.sha256(), body)), caseThread);
    }

    @Override
    public Optional<byte[]> evidence(String sha256) {
        EvidenceBody waiting = underWay.get(sha256);
        if (waiting != null) {
            return Optional.of(waiting.bytes());
        }
        try {
            return file.get().evidenceBody(sha256) instanceof KeptBody.Whole whole
                    ? Optional.of(whole.body().bytes())
                    : Optional.empty();
        } catch (CaseFileException e) {
            System.getLogger(FileJournal.class.getName()).log(System.Logger.Level.WARNING, e.sentence(), e);
            return Optional.empty();
        }
    }

    @Override
    public long savedSeq() {
        return saver.savedSeq();
    }
}
