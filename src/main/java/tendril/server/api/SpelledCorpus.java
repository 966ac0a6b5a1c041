package tendril.server.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import tendril.corpus.Batch;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.CorpusReading;
import tendril.corpus.Key;
import tendril.corpus.Lookup;
import tendril.corpus.Merged;
import tendril.corpus.Observation;
import tendril.corpus.ObservationSink;
import tendril.corpus.RowSink;
import tendril.corpus.Tally;
import tendril.corpus.ValueSink;
import tendril.corpus.Vote;
import tendril.indicator.Canonical;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/**
 * A corpus that may be asked in any spelling of a name or address: a name in its own script finds what is kept under its
 * {@code xn--} form, a long IPv6 address what is kept under its short one. What is kept exactly as asked, as recorded
 * answers are, comes first. A sample is found by any of its hashes, whichever of them a source named it by. Votes are kept under the canonical form. Thread-safe like the corpus behind it.
 */
public final class SpelledCorpus implements Corpus {
    /** How one hash of a sample leads to the others. */
    private static final List<Lookup> HASHES =
            List.of(Lookup.SHA1_OF_SAMPLE, Lookup.SHA256_OF_SAMPLE, Lookup.SAMPLE_OF_SHA1, Lookup.SAMPLE_OF_SHA256);

    /** A sample has one of each; sources that disagree may know a few more. */
    private static final int HASHES_MAX = 8;

    /** Rows of one sample that are remembered, so that they are told once. */
    private static final int SEEN_MAX = 10_000;

    private final Corpus corpus;

    public SpelledCorpus(Corpus corpus) {
        this.corpus = corpus;
    }

    /** The canonical form of a key; the key itself when it has it already or is nothing that has one. */
    static String canonical(String key) {
        boolean ipv6 = key.indexOf(':') >= 0;
        if (!ipv6 && isAscii(key)) {
            return key;
        }
        boolean bracketed = ipv6 && key.startsWith("[") && key.endsWith("]");
        IndicatorType type =
                ipv6 ? IndicatorType.IPV6 : key.indexOf('@') > 0 ? IndicatorType.EMAIL : IndicatorType.DOMAIN;
        return Canonical.parse(type, bracketed ? key.substring(1, key.length() - 1) : key)
                .indicator()
                .map(Indicator::value)
                .map(Key::of)
                .orElse(key);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    @Override
    public CorpusReading read() throws CorpusException {
        return new Reading(corpus.read());
    }

    @Override
    public void vote(List<Vote> votes) throws CorpusException {
        List<Vote> canonical = new ArrayList<>();
        for (Vote vote : votes) {
            canonical.add(new Vote(canonical(vote.value()), vote.voter(), vote.verdict(), vote.at()));
        }
        corpus.vote(canonical);
    }

    @Override
    public Merged add(Batch batch, List<Observation> observations) throws CorpusException {
        return corpus.add(batch, observations);
    }

    @Override
    public void settle(Progress progress) throws CorpusException {
        corpus.settle(progress);
    }

    @Override
    public void setPosition(String batchName, String fingerprint, long position) throws CorpusException {
        corpus.setPosition(batchName, fingerprint, position);
    }

    @Override
    public long position(String batchName, String fingerprint) throws CorpusException {
        return corpus.position(batchName, fingerprint);
    }

    @Override
    public SequencedMap<Batch, Long> batches() throws CorpusException {
        return corpus.batches();
    }

    @Override
    public Removal remove(String batchName, Progress progress) throws CorpusException {
        return corpus.remove(batchName, progress);
    }

    @Override
    public void close() throws CorpusException {
        corpus.close();
    }

    /** Asks in the spelling given and, if that finds nothing, in the canonical one. Confined to one thread. */
    private static final class Reading implements CorpusReading {
        private final CorpusReading reading;
        private String sample = "";
        private List<String> hashes = List.of();

        Reading(CorpusReading reading) {
            this.reading = reading;
        }

        @Override
        public void rows(Lookup lookup, String key, RowSink sink) throws IOException {
            if (isOfSample(lookup, key)) {
                ofSample(lookup, hashesOf(key), sink);
                return;
            }
            String canonical = canonical(key);
            if (canonical.equals(key)) {
                reading.rows(lookup, key, sink);
                return;
            }
            var found = new boolean[1];
            reading.rows(lookup, key, (value, last) -> {
                found[0] = true;
                sink.row(value, last);
            });
            if (!found[0]) {
                reading.rows(lookup, canonical, sink);
            }
        }

        private static boolean isOfSample(Lookup lookup, String key) {
            return switch (lookup) {
                case SCANS_OF_SAMPLE, ADDRESSES_OF_SAMPLE, DOMAINS_OF_SAMPLE, SHA1_OF_SAMPLE, SHA256_OF_SAMPLE -> true;
                case REFERENCES_OF_ANY -> key.indexOf('.') < 0 && ValueKind.of(key) == ValueKind.HASH;
                default -> false;
            };
        }

        private void ofSample(Lookup lookup, List<String> names, RowSink sink) throws IOException {
            Set<String> seen = new HashSet<>();
            for (String name : names) {
                boolean first = name.equals(names.getFirst());
                reading.rows(lookup, name, (value, last) -> {
                    // What the source of one name repeats stays; what two names tell is told once.
                    boolean fresh = names.size() == 1 || seen.size() >= SEEN_MAX || seen.add(value);
                    if (first || fresh) {
                        sink.row(value, last);
                    }
                });
            }
        }

        /** The hashes of the sample that has this one, beginning with it. */
        private List<String> hashesOf(String key) throws IOException {
            if (!sample.equals(key)) {
                List<String> known = new ArrayList<>(List.of(key));
                for (int i = 0; i < known.size(); i++) {
                    for (Lookup lookup : HASHES) {
                        reading.rows(lookup, known.get(i), (value, last) -> {
                            String hash = Key.of(value);
                            if (known.size() < HASHES_MAX && !known.contains(hash)) {
                                known.add(hash);
                            }
                        });
                    }
                }
                sample = key;
                hashes = known;
            }
            return hashes;
        }

        @Override
        public Tally tally(String key) throws CorpusException {
            Tally tally = reading.tally(key);
            return tally.isEmpty() ? reading.tally(canonical(key)) : tally;
        }

        @Override
        public void blamed(ValueSink sink) throws IOException {
            reading.blamed(sink);
        }

        @Override
        public void addresses(String beginning, int max, ValueSink sink) throws IOException {
            reading.addresses(beginning, max, sink);
        }

        @Override
        public void observations(String batchName, ObservationSink sink) throws IOException {
            reading.observations(batchName, sink);
        }

        @Override
        public void close() throws CorpusException {
            reading.close();
        }
    }
}
