package tendril.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * A corpus in memory, for tests and as the measure of how little a store has to know: it keeps every promise of
 * {@link Corpus} but the one about the program dying. Thread-safe.
 */
public final class MemoryCorpus implements Corpus {
    private record Place(Relation relation, String subject, String object, int occurrence) {}

    private record Span(Day first, Day last) {
        Span widen(Span other) {
            return new Span(first.earlier(other.first), last.later(other.last));
        }
    }

    /** One row: what each batch said of it, and where it stands in the order of arrival. */
    private static final class Row {
        final Place place;
        final Map<Batch, Span> stated = new HashMap<>();
        long seq;

        Row(Place place, long seq) {
            this.place = place;
            this.seq = seq;
        }

        Span span() {
            return stated.values().stream().reduce(Span::widen).orElse(new Span(Day.UNKNOWN, Day.UNKNOWN));
        }

        Observation statedBy(Batch batch) {
            Span said = stated.getOrDefault(batch, span());
            return new Observation(
                    place.relation, place.subject, place.object, said.first, said.last, place.occurrence);
        }

        String other(Lookup.Side side) {
            return side == Lookup.Side.SUBJECT ? place.object : place.subject;
        }
    }

    private final Map<Place, Row> rows = new HashMap<>();
    private final Map<String, Set<Row>> byKey = new HashMap<>();
    private final SequencedMap<String, Batch> batches = new LinkedHashMap<>();
    private final Map<String, Map<String, Verdict>> votes = new HashMap<>();
    private final Map<List<String>, Long> positions = new HashMap<>();
    private long nextSeq;

    @Override
    public synchronized Merged add(Batch named, List<Observation> observations) {
        Batch batch = batches.computeIfAbsent(named.name(), name -> named);
        Merged merged = Merged.NOTHING;
        for (Observation observation : observations) {
            merged = merged.plus(add(batch, observation));
        }
        return merged;
    }

    private Merged add(Batch batch, Observation seen) {
        var place = new Place(seen.relation(), seen.subject(), seen.object(), seen.occurrence());
        var span = new Span(seen.first(), seen.last());
        Row known = rows.get(place);
        if (known == null) {
            var row = new Row(place, nextSeq++);
            row.stated.put(batch, span);
            rows.put(place, row);
            index(place.subject, row);
            index(place.object, row);
            return new Merged(1, 0, 0);
        }
        Span before = known.span();
        known.stated.merge(batch, span, Span::widen);
        Span after = known.span();
        if (!after.last.equals(before.last)) {
            known.seq = nextSeq++;
        }
        return after.equals(before) ? new Merged(0, 0, 1) : new Merged(0, 1, 0);
    }

    private void index(String written, Row row) {
        byKey.computeIfAbsent(Key.of(written), key -> new LinkedHashSet<>()).add(row);
    }

    @Override
    public synchronized void setPosition(String batchName, String fingerprint, long position) {
        positions.put(List.of(batchName, fingerprint), position);
    }

    @Override
    public synchronized long position(String batchName, String fingerprint) {
        return positions.getOrDefault(List.of(batchName, fingerprint), POSITION_NONE);
    }

    @Override
    public synchronized SequencedMap<Batch, Long> batches() {
        SequencedMap<Batch, Long> counts = new LinkedHashMap<>();
        for (Batch batch : batches.values()) {
            counts.put(
                    batch,
                    rows.values().stream()
                            .filter(row -> row.stated.containsKey(batch))
                            .count());
        }
        return counts;
    }

    @Override
    public synchronized Removal remove(String batchName, Progress progress) {
        Batch batch = batches.remove(batchName);
        if (batch == null) {
            return Removal.NOT_THERE;
        }
        votes.values().forEach(standing -> standing.remove(Batch.voter(batchName)));
        positions.keySet().removeIf(key -> key.getFirst().equals(batchName));
        rows.values().removeIf(row -> {
            boolean orphan = row.stated.remove(batch) != null && row.stated.isEmpty();
            if (orphan) {
                byKey.getOrDefault(Key.of(row.place.subject), Set.of()).remove(row);
                byKey.getOrDefault(Key.of(row.place.object), Set.of()).remove(row);
            }
            return orphan;
        });
        return Removal.REMOVED;
    }

    @Override
    public synchronized void vote(List<Vote> cast) {
        for (Vote vote : cast) {
            votes.computeIfAbsent(Key.of(vote.value()), key -> new TreeMap<>()).put(vote.voter(), vote.verdict());
        }
    }

    @Override
    public CorpusReading read() {
        return new Reading();
    }

    @Override
    public void close() {}

    private synchronized List<Row> find(Lookup lookup, String key) {
        Comparator<Row> order = switch (lookup.order()) {
            case BY_VALUE ->
                Comparator.<Row, String>comparing(row -> row.other(lookup.side()), MemoryCorpus::byCodePoints)
                        .thenComparingLong(row -> row.seq);
            case AS_SEEN -> Comparator.comparingLong(row -> row.seq);
        };
        if (lookup == Lookup.SAMPLES_OF_SCAN_NAME) {
            return searchScanNames(key, order);
        }
        return byKey.getOrDefault(key, Set.of()).stream()
                .filter(row -> row.place.relation == lookup.relation())
                .filter(row -> Key.of(lookup.side() == Lookup.Side.SUBJECT ? row.place.subject : row.place.object)
                        .equals(key))
                .sorted(order)
                .toList();
    }

    private List<Row> searchScanNames(String key, Comparator<Row> order) {
        if (key.codePointCount(0, key.length()) < Lookup.SCAN_NAME_LENGTH_MIN) {
            return List.of();
        }
        record Sample(String md5, int occurrence) {}
        SequencedMap<Sample, Row> samples = new LinkedHashMap<>();
        rows.values().stream()
                .filter(row -> row.place.relation == Relation.SCANNED_AS
                        && Key.of(row.place.object).contains(key))
                .sorted(order)
                .forEach(row -> samples.putIfAbsent(new Sample(row.place.subject, row.place.occurrence), row));
        return List.copyOf(samples.values());
    }

    private static int byCodePoints(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        return Arrays.compare(a, b);
    }

    private synchronized Tally tallyOf(String key) {
        var standing = new ArrayList<>(votes.getOrDefault(key, Map.of()).values());
        int malicious =
                (int) standing.stream().filter(v -> v == Verdict.MALICIOUS).count();
        int harmless =
                (int) standing.stream().filter(v -> v == Verdict.HARMLESS).count();
        return new Tally(malicious, harmless);
    }

    private synchronized List<String> blamedValues() {
        return votes.keySet().stream()
                .filter(value -> tallyOf(value).score() < 0)
                .sorted(MemoryCorpus::byCodePoints)
                .toList();
    }

    private synchronized List<String> addressesFrom(String beginning, int max) {
        return rows.keySet().stream()
                .filter(place -> place.relation == Relation.RESOLVES && place.object.startsWith(beginning))
                .map(Place::object)
                .distinct()
                .sorted(MemoryCorpus::byCodePoints)
                .limit(max)
                .toList();
    }

    private synchronized List<Observation> statedBy(String batchName) {
        Batch batch = batches.get(batchName);
        if (batch == null) {
            return List.of();
        }
        return rows.values().stream()
                .filter(row -> row.stated.containsKey(batch))
                .sorted(Comparator.comparingLong(row -> row.seq))
                .map(row -> row.statedBy(batch))
                .toList();
    }

    private final class Reading implements CorpusReading {
        @Override
        public void rows(Lookup lookup, String key, RowSink sink) throws IOException {
            if (key.isEmpty()) {
                return;
            }
            for (Row row : find(lookup, key)) {
                sink.row(row.other(lookup.side()), row.span().last);
            }
        }

        @Override
        public Tally tally(String key) {
            return tallyOf(key);
        }

        @Override
        public void blamed(ValueSink sink) throws IOException {
            for (String value : blamedValues()) {
                sink.value(value);
            }
        }

        @Override
        public void addresses(String beginning, int max, ValueSink sink) throws IOException {
            for (String value : addressesFrom(beginning, max)) {
                sink.value(value);
            }
        }

        @Override
        public void observations(String batchName, ObservationSink sink) throws IOException {
            for (Observation observation : statedBy(batchName)) {
                sink.observation(observation);
            }
        }

        @Override
        public void close() {}
    }
}
