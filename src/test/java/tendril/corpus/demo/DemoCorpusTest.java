package tendril.corpus.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tendril.corpus.Corpus;
import tendril.corpus.CorpusException;
import tendril.corpus.CorpusReading;
import tendril.corpus.Key;
import tendril.corpus.Lookup;
import tendril.corpus.MemoryCorpus;
import tendril.corpus.Observation;
import tendril.corpus.Relation;

/** The demo corpus is small enough to understand, large enough to get lost in, and never the same as reality. */
class DemoCorpusTest {
    private static final String START = "william19770319@yahoo.com";
    private static final Set<Lookup> PIVOTS = Set.of(
            Lookup.ADDRESSES_OF_DOMAIN,
            Lookup.DOMAINS_OF_ADDRESS,
            Lookup.DOMAINS_OF_EMAIL,
            Lookup.EMAILS_OF_DOMAIN,
            Lookup.SUBDOMAINS_OF_DOMAIN,
            Lookup.SAMPLES_OF_DOMAIN,
            Lookup.SAMPLES_OF_ADDRESS,
            Lookup.DOMAINS_OF_SAMPLE,
            Lookup.ADDRESSES_OF_SAMPLE);
    private static final Pattern RESERVED = Pattern.compile(
            "(?i).*\\.(example|test|invalid)\r?|192\\.0\\.2\\.\\d+|198\\.51\\.100\\.\\d+|203\\.0\\.113\\.\\d+|2001:db8:.*");

    private static Corpus corpus;

    @BeforeAll
    static void open() throws CorpusException {
        corpus = new MemoryCorpus();
        DemoCorpus.fill(corpus);
    }

    @AfterAll
    static void close() throws CorpusException {
        corpus.close();
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(new DemoCampaign().observations()).isEqualTo(new DemoCampaign().observations());
    }

    @Test
    void inventsReservedNamesAndDocumentationAddressesOnly() throws CorpusException {
        List<String> known = DemoFacts.load().observations().stream()
                .flatMap(fact -> List.of(fact.subject(), fact.object()).stream())
                .toList();
        Set<String> documented = Set.copyOf(known);
        for (Observation row : new DemoCampaign().observations()) {
            if (row.relation() == Relation.RESOLVES || row.relation() == Relation.REGISTERED) {
                assertThat(List.of(row.subject(), row.object()))
                        .allMatch(value -> value.length() < 2
                                || documented.contains(value)
                                || RESERVED.matcher(value).matches());
            }
        }
    }

    @Test
    void twoHopsFromTheRegistrantAreAReadablePicture() throws IOException {
        Map<String, Integer> hops = hops(2);
        assertThat(hops).hasSizeBetween(30, 120);
        assertThat(hops).doesNotContainKeys(DemoCampaign.SHARED_HOST, DemoCampaign.SINKHOLE);
    }

    @Test
    void everythingHangsTogether() throws IOException {
        Map<String, Integer> hops = hops(12);
        assertThat(hops.size()).isGreaterThan(6000);
        assertThat(hops)
                .containsKeys(DemoCampaign.SHARED_HOST, DemoCampaign.SINKHOLE, "321c1d36c16833477ada58ccfa012c6e");
        assertThat(hops.get(DemoCampaign.SHARED_HOST)).isGreaterThanOrEqualTo(3);
        assertThat(hops.get(DemoCampaign.SINKHOLE)).isGreaterThanOrEqualTo(5);
    }

    @Test
    void hubsAreAsLargeAsInRealLife() throws IOException {
        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, DemoCampaign.SHARED_HOST)).hasSize(900);
        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, DemoCampaign.SINKHOLE)).hasSize(4000);
    }

    @Test
    void oneRegistrantTiesTheClustersTogether() throws IOException {
        String person = new DemoNames(new SplittableRandom(1)).email(DemoCampaign.LINKING_PERSON);
        assertThat(rows(Lookup.DOMAINS_OF_EMAIL, person)).hasSize(8);
    }

    @Test
    void isTheSameInSqlite() throws IOException {
        try (Corpus file = DemoCorpus.open()) {
            for (String key : List.of("aoldaily.com", "188.40.75.132", "plugx", "tidewrack", "198.51.100.23")) {
                for (Lookup lookup : Lookup.values()) {
                    assertThat(rows(file, lookup, key)).as(lookup + " " + key).isEqualTo(rows(lookup, key));
                }
            }
            assertThat(file.batches()).isEqualTo(corpus.batches());
        }
    }

    private static Map<String, Integer> hops(int depth) throws IOException {
        Map<String, Integer> hops = new HashMap<>(Map.of(START, 0));
        var next = new ArrayDeque<>(List.of(START));
        while (!next.isEmpty()) {
            String key = next.remove();
            int hop = hops.getOrDefault(key, 0);
            if (hop == depth) {
                continue;
            }
            for (Lookup lookup : PIVOTS) {
                for (String row : rows(lookup, key)) {
                    String found = Key.of(row);
                    if (found.length() > 1 && !found.equals("0.0.0.0") && hops.putIfAbsent(found, hop + 1) == null) {
                        next.add(found);
                    }
                }
            }
        }
        return new TreeMap<>(hops);
    }

    private static List<String> rows(Lookup lookup, String key) throws IOException {
        return rows(corpus, lookup, key);
    }

    private static List<String> rows(Corpus corpus, Lookup lookup, String key) throws IOException {
        var rows = new ArrayList<String>();
        try (CorpusReading reading = corpus.read()) {
            reading.rows(lookup, key, (value, last) -> rows.add(value));
        }
        return rows;
    }
}
