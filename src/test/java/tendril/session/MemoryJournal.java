package tendril.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tendril.casefile.record.EvidenceBody;
import tendril.graph.Fact;

/** A journal that keeps everything in memory and is always on disk at once. */
public final class MemoryJournal implements Journal {
    public final List<Fact> facts = new ArrayList<>();
    public int batches;
    public final Map<String, byte[]> bodies = new HashMap<>();

    @Override
    public CompletableFuture<Void> append(List<Fact> batch, List<EvidenceBody> evidence) {
        batches++;
        facts.addAll(batch);
        evidence.forEach(bytes -> bodies.put(bytes.sha256(), bytes.bytes()));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<byte[]> evidence(String sha256) {
        return Optional.ofNullable(bodies.get(sha256));
    }

    @Override
    public long savedSeq() {
        return facts.isEmpty() ? 0 : facts.getLast().seq();
    }
}
