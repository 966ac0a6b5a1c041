package tendril.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.CorpusReading;
import tendril.corpus.Day;
import tendril.corpus.Lookup;
import tendril.corpus.Merged;
import tendril.corpus.Observation;
import tendril.corpus.ObservationSink;
import tendril.corpus.RowSink;
import tendril.corpus.Tally;
import tendril.corpus.ValueSink;
import tendril.corpus.Vote;

/**
 * The rows of some keys, copied out of a corpus into memory: a store that costs next to nothing, so that what is measured
 * over it is what servers cost. Read-only once filled, and then thread-safe.
 */
final class HeldCorpus implements Corpus {
    private record Row(String value, Day last) {}

    private final Map<Lookup, Map<String, List<Row>>> rows = new EnumMap<>(Lookup.class);
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Tally nobody;
    private final Reading reading = new Reading();

    HeldCorpus(Corpus from, Iterable<String> keys) throws IOException {
        try (CorpusReading source = from.read()) {
            nobody = source.tally("nobody.voted.example");
            for (String key : keys) {
                hold(source, key);
            }
        }
    }

    private void hold(CorpusReading source, String key) throws IOException {
        for (Lookup lookup : Lookup.values()) {
            List<Row> found = new ArrayList<>();
            source.rows(lookup, key, (value, last) -> found.add(new Row(value, last)));
            if (!found.isEmpty()) {
                rows.computeIfAbsent(lookup, each -> new HashMap<>()).put(key, List.copyOf(found));
            }
        }
        tallies.put(key, source.tally(key));
    }

    @Override
    public CorpusReading read() {
        return reading;
    }

    private final class Reading implements CorpusReading {
        @Override
        public void rows(Lookup lookup, String key, RowSink sink) throws IOException {
            for (Row row : rows.getOrDefault(lookup, Map.of()).getOrDefault(key, List.of())) {
                sink.row(row.value(), row.last());
            }
        }

        @Override
        public Tally tally(String key) {
            return tallies.getOrDefault(key, nobody);
        }

        @Override
        public void blamed(ValueSink sink) {}

        @Override
        public void addresses(String beginning, int max, ValueSink sink) {}

        @Override
        public void observations(String batchName, ObservationSink sink) {}

        @Override
        public void close() {}
    }

    @Override
    public Merged add(Batch batch, List<Observation> observations) throws CorpusException {
        throw new UnsupportedOperationException("read-only");
    }

    @Override
    public void setPosition(String batchName, String fingerprint, long position) {
        throw new UnsupportedOperationException("read-only");
    }

    @Override
    public long position(String batchName, String fingerprint) {
        return POSITION_NONE;
    }

    @Override
    public SequencedMap<Batch, Long> batches() {
        return new LinkedHashMap<>();
    }

    @Override
    public Removal remove(String batchName, Progress progress) {
        throw new UnsupportedOperationException("read-only");
    }

    @Override
    public void vote(List<Vote> votes) {
        throw new UnsupportedOperationException("read-only");
    }

    @Override
    public void close() {}
}
