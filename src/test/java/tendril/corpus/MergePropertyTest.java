package tendril.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tendril.corpus.sqlite.SqliteCorpus;

/** Merging does not care how often or in which order it is told things, whichever store does it. */
class MergePropertyTest {
    private static final List<String> DOMAINS = List.of("a.example", "A.example", "b.example\r", "b.example", "");
    private static final List<String> ADDRESSES = List.of("192.0.2.1", "192.0.2.2", "-", "2001:db8::1");

    record Told(int batch, Observation observation) {}

    @Provide
    Arbitrary<List<Told>> telling() {
        Arbitrary<Day> day =
                Arbitraries.of(0, 2014_05_05, 2015_06_06, 2016_07_07).map(Day::new);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(DOMAINS),
                        Arbitraries.of(ADDRESSES),
                        day,
                        day,
                        Arbitraries.integers().between(0, 1))
                .as((batch, domain, address, first, last, nth) ->
                        new Told(batch, new Observation(Relation.RESOLVES, domain, address, first, last, nth)))
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 25)
    void tellingTwiceChangesNothing(@ForAll("telling") List<Told> told) throws IOException {
        try (Corpus once = SqliteCorpus.temporary();
                Corpus twice = SqliteCorpus.temporary()) {
            tell(once, told);
            tell(twice, told);
            tell(twice, told);
            assertThat(asSets(twice)).isEqualTo(asSets(once));
            assertThat(twice.batches()).isEqualTo(once.batches());
        }
    }

    @Property(tries = 25)
    void orderOfArrivalDoesNotMatterToWhatIsKnown(@ForAll("telling") List<Told> told, @ForAll Random random)
            throws IOException {
        var shuffled = new ArrayList<>(told);
        Collections.shuffle(shuffled, random);
        try (Corpus one = SqliteCorpus.temporary();
                Corpus other = SqliteCorpus.temporary()) {
            tell(one, told);
            tell(other, shuffled);
            assertThat(asSets(other)).isEqualTo(asSets(one));
        }
    }

    @Property(tries = 25)
    void storesAgreeRowByRow(@ForAll("telling") List<Told> told) throws IOException {
        try (Corpus file = SqliteCorpus.temporary();
                Corpus memory = new MemoryCorpus()) {
            tell(file, told);
            tell(memory, told);
            assertThat(asLists(file)).isEqualTo(asLists(memory));
            file.remove("batch 2", Corpus.Progress.UNHEARD);
            memory.remove("batch 2", Corpus.Progress.UNHEARD);
            assertThat(asSets(file)).isEqualTo(asSets(memory));
            assertThat(file.batches()).isEqualTo(memory.batches());
        }
    }

    @Property(tries = 50)
    void storesAgreeOnWhatComesAtOnce(@ForAll("telling") List<Told> told) throws IOException {
        try (Corpus file = SqliteCorpus.temporary();
                Corpus memory = new MemoryCorpus()) {
            for (int batch = 1; batch <= 3; batch++) {
                int number = batch;
                List<Observation> atOnce = told.stream()
                        .filter(one -> one.batch() == number)
                        .map(Told::observation)
                        .toList();
                var named = new Batch("batch " + batch, "test", "");
                assertThat(file.add(named, atOnce)).isEqualTo(memory.add(named, atOnce));
                assertThat(asLists(file)).isEqualTo(asLists(memory));
            }
            assertThat(file.batches()).isEqualTo(memory.batches());
            file.remove("batch 2", Corpus.Progress.UNHEARD);
            memory.remove("batch 2", Corpus.Progress.UNHEARD);
            assertThat(asSets(file)).isEqualTo(asSets(memory));
        }
    }

    @Property(tries = 25)
    void removingABatchIsAsIfItHadNeverCome(@ForAll("telling") List<Told> told) throws IOException {
        try (Corpus without = SqliteCorpus.temporary();
                Corpus removed = SqliteCorpus.temporary()) {
            tell(without, told.stream().filter(one -> one.batch() != 2).toList());
            tell(removed, told);
            removed.remove("batch 2", Corpus.Progress.UNHEARD);
            assertThat(asSets(removed)).isEqualTo(asSets(without));
        }
    }

    private static void tell(Corpus corpus, List<Told> told) throws CorpusException {
        for (Told one : told) {
            corpus.add(new Batch("batch " + one.batch(), "test", ""), List.of(one.observation()));
        }
    }

    private static Map<String, List<String>> asSets(Corpus corpus) throws IOException {
        Map<String, List<String>> sets = asLists(corpus);
        sets.values().forEach(Collections::sort);
        return sets;
    }

    private static Map<String, List<String>> asLists(Corpus corpus) throws IOException {
        Map<String, List<String>> lists = new TreeMap<>();
        try (CorpusReading reading = corpus.read()) {
            for (String domain : DOMAINS) {
                collect(reading, Lookup.ADDRESSES_OF_DOMAIN, Key.of(domain), lists);
            }
            for (String address : ADDRESSES) {
                collect(reading, Lookup.DOMAINS_OF_ADDRESS, Key.of(address), lists);
            }
        }
        return lists;
    }

    private static void collect(CorpusReading reading, Lookup lookup, String key, Map<String, List<String>> into)
            throws IOException {
        var rows = new ArrayList<String>();
        reading.rows(lookup, key, (value, last) -> rows.add(value + " " + last));
        into.put(lookup + " " + key, rows);
    }
}
