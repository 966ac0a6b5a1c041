package tendril.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tendril.casefile.record.EvidenceBody;
import tendril.graph.Fact;

/** Where a session writes its facts and keeps its evidence: a case file, or memory in tests. Thread-safe. */
public interface Journal {
    /**
     * Writes facts, and the raw bytes of the evidence they name, as one whole. Batches reach the disk in the order of
     * the calls.
     *
     * @return completes once all of it is on disk
     */
    CompletableFuture<Void> append(List<Fact> facts, List<EvidenceBody> evidence);

    /** The raw bytes of evidence, unless they are missing or damaged. */
    Optional<byte[]> evidence(String sha256);

    /** The seq of the last fact that is on disk. */
    long savedSeq();
}
