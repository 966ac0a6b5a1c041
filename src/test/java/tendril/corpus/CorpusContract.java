package tendril.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of observations promises; each implementation runs these. */
abstract class CorpusContract {
    private static final Batch FIRST = new Batch("first", "sensor-1.ndjson", "CC0-1.0");
    private static final Batch SECOND = new Batch("second", "sensor-2.ndjson", "");
    private static final Day D1 = new Day(2015_01_01);
    private static final Day D2 = new Day(2016_02_02);
    private static final Day D3 = new Day(2017_03_03);

    private Corpus corpus;

    abstract Corpus open() throws CorpusException;

    @BeforeEach
    void begin() throws CorpusException {
        corpus = open();
    }

    @AfterEach
    void end() throws CorpusException {
        corpus.close();
    }

    @Test
    void rowsComeOutOnBothSides() throws IOException {
        add(FIRST, resolves("a.example", "192.0.2.1", D1), resolves("b.example", "192.0.2.1", D2));

        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).containsExactly("192.0.2.1 2015-01-01");
        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1"))
                .containsExactly("a.example 2015-01-01", "b.example 2016-02-02");
        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "a.example")).isEmpty();
        assertThat(rows(Lookup.SUBDOMAINS_OF_DOMAIN, "a.example")).isEmpty();
    }

    @Test
    void unknownAndBlankKeysHaveNoRows() throws IOException {
        add(FIRST, resolves("", "192.0.2.1", D1));

        for (Lookup lookup : Lookup.values()) {
            assertThat(rows(lookup, "nowhere.example")).isEmpty();
            assertThat(rows(lookup, "")).isEmpty();
        }
    }

    @Test
    void addingAgainChangesNothing() throws IOException {
        var row = resolves("a.example", "192.0.2.1", D1);

        assertThat(corpus.add(FIRST, List.of(row))).isEqualTo(new Merged(1, 0, 0));
        assertThat(corpus.add(FIRST, List.of(row))).isEqualTo(new Merged(0, 0, 1));
        assertThat(corpus.add(SECOND, List.of(row, row))).isEqualTo(new Merged(0, 0, 2));
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).hasSize(1);
    }

    @Test
    void daysWidenAndNeverNarrow() throws IOException {
        add(FIRST, resolves("a.example", "192.0.2.1", D2));
        assertThat(corpus.add(FIRST, List.of(resolves("a.example", "192.0.2.1", D1))))
                .isEqualTo(new Merged(0, 1, 0));
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).containsExactly("192.0.2.1 2016-02-02");

        add(FIRST, resolves("a.example", "192.0.2.1", D3));
        add(FIRST, resolves("a.example", "192.0.2.1", Day.UNKNOWN));
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).containsExactly("192.0.2.1 2017-03-03");
    }

    @Test
    void rowSeenAgainLaterMovesToTheEnd() throws IOException {
        add(FIRST, resolves("a.example", "192.0.2.1", D1), resolves("b.example", "192.0.2.1", D1));
        add(FIRST, resolves("a.example", "192.0.2.1", D1));
        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1"))
                .containsExactly("a.example 2015-01-01", "b.example 2015-01-01");

        add(FIRST, resolves("a.example", "192.0.2.1", D2));
        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1"))
                .containsExactly("b.example 2015-01-01", "a.example 2016-02-02");
    }

    @Test
    void valuesStayAsTheyWereWrittenAndAreFoundByTheirKey() throws IOException {
        add(
                FIRST,
                resolves("NS2.HOST.EXAMPLE", "192.0.2.1", D1),
                resolves("ns2.host.example\r", "192.0.2.1", D2),
                resolves("ns2.host.example", "192.0.2.2", D3),
                resolves("192.0.2.1", "192.0.2.1", D1));

        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1"))
                .containsExactly(
                        "NS2.HOST.EXAMPLE 2015-01-01", "ns2.host.example\r 2016-02-02", "192.0.2.1 2015-01-01");
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "ns2.host.example"))
                .containsExactly("192.0.2.1 2015-01-01", "192.0.2.1 2016-02-02", "192.0.2.2 2017-03-03");
    }

    @Test
    void junkIsHeldAsItIs() throws IOException {
        List<String> junk =
                List.of("-", "0.0.0.0", "", "\r", "<b>", "a\"b\\c", "\u00c0\u0066", "\ud83d\udc1b", "\t \n");
        List<Observation> rows = junk.stream()
                .map(value -> Observation.undated(Relation.SUBDOMAIN, "a.example", value))
                .toList();
        corpus.add(FIRST, rows);

        assertThat(values(Lookup.SUBDOMAINS_OF_DOMAIN, "a.example")).isEqualTo(junk);
    }

    @Test
    void repeatsOfASourceStay() throws IOException {
        add(
                FIRST,
                new Observation(Relation.SCANNED_AS, "m", "Trojan.X", Day.UNKNOWN, Day.UNKNOWN, 0),
                new Observation(Relation.SCANNED_AS, "m", "Trojan.Y", Day.UNKNOWN, Day.UNKNOWN, 0),
                new Observation(Relation.SCANNED_AS, "m", "Trojan.X", Day.UNKNOWN, Day.UNKNOWN, 1));

        assertThat(values(Lookup.SCANS_OF_SAMPLE, "m")).containsExactly("Trojan.X", "Trojan.Y", "Trojan.X");
    }

    @Test
    void valuesAreOrderedByCodePoint() throws IOException {
        for (String name : List.of("\ufffd.example", "\ud83d\udc1b.example", "b.example", "B.example", "a.example")) {
            add(FIRST, Observation.undated(Relation.REGISTERED, "who@example.com", name));
        }

        assertThat(values(Lookup.DOMAINS_OF_EMAIL, "who@example.com"))
                .containsExactly("B.example", "a.example", "b.example", "\ufffd.example", "\ud83d\udc1b.example");
    }

    @Test
    void samplesAreFoundByAnyPartOfAScanName() throws IOException {
        add(
                FIRST,
                Observation.undated(Relation.SCANNED_AS, "m1", "Backdoor.Win32.PlugX.yk"),
                Observation.undated(Relation.SCANNED_AS, "m2", "Trojan \"quoted\" PLUGX"),
                Observation.undated(Relation.SCANNED_AS, "m1", "BKDR_PLUGX.DUK"),
                Observation.undated(Relation.SCANNED_AS, "m3", "Other"));

        assertThat(values(Lookup.SAMPLES_OF_SCAN_NAME, "plugx")).containsExactly("m1", "m2");
        assertThat(values(Lookup.SAMPLES_OF_SCAN_NAME, "\"quoted\"")).containsExactly("m2");
        assertThat(values(Lookup.SAMPLES_OF_SCAN_NAME, "win32.plugx")).containsExactly("m1");
        assertThat(values(Lookup.SAMPLES_OF_SCAN_NAME, "pl")).isEmpty();
    }

    @Test
    void removedBatchTakesOnlyWhatItAloneStated() throws IOException {
        add(FIRST, resolves("a.example", "192.0.2.1", D2), resolves("only.example", "192.0.2.1", D2));
        add(SECOND, resolves("a.example", "192.0.2.1", D3), resolves("b.example", "192.0.2.1", D1));
        assertThat(corpus.batches()).containsExactlyInAnyOrderEntriesOf(Map.of(FIRST, 2L, SECOND, 2L));

        assertThat(corpus.remove("second", Corpus.Progress.UNHEARD)).isEqualTo(Corpus.Removal.REMOVED);
        assertThat(corpus.remove("second", Corpus.Progress.UNHEARD)).isEqualTo(Corpus.Removal.NOT_THERE);

        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).containsExactly("192.0.2.1 2016-02-02");
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "b.example")).isEmpty();
        assertThat(corpus.batches()).containsExactlyEntriesOf(Map.of(FIRST, 2L));
        assertThat(corpus.remove("first", Corpus.Progress.UNHEARD)).isEqualTo(Corpus.Removal.REMOVED);
        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1")).isEmpty();
    }

    @Test
    void batchGivesWhatItStatesItself() throws IOException {
        add(FIRST, resolves("a.example", "192.0.2.1", D2), resolves("B.example", "192.0.2.1", D2));
        add(SECOND, resolves("a.example", "192.0.2.1", D3), resolves("c.example", "192.0.2.1", D1));

        assertThat(observations("first"))
                .containsExactlyInAnyOrder(
                        resolves("a.example", "192.0.2.1", D2), resolves("B.example", "192.0.2.1", D2));
        assertThat(observations("second"))
                .containsExactlyInAnyOrder(
                        resolves("a.example", "192.0.2.1", D3), resolves("c.example", "192.0.2.1", D1));
        assertThat(observations("third")).isEmpty();
    }

    @Test
    void removedBatchIsReadFromItsBeginningAgain() throws IOException {
        add(FIRST, resolves("a.example", "192.0.2.1", D1));
        corpus.setPosition("first", "f1", 500);
        corpus.remove("first", Corpus.Progress.UNHEARD);

        assertThat(corpus.position("first", "f1")).isEqualTo(Corpus.POSITION_NONE);
    }

    private List<Observation> observations(String batchName) throws IOException {
        var stated = new ArrayList<Observation>();
        try (CorpusReading reading = corpus.read()) {
            reading.observations(batchName, stated::add);
        }
        return stated;
    }

    @Test
    void whatWasRemovedCanComeBack() throws IOException {
        var scan = Observation.undated(Relation.SCANNED_AS, "m1", "Backdoor.PlugX");
        add(FIRST, scan);
        corpus.remove("first", Corpus.Progress.UNHEARD);
        assertThat(values(Lookup.SAMPLES_OF_SCAN_NAME, "plugx")).isEmpty();
        add(FIRST, scan);
        assertThat(values(Lookup.SAMPLES_OF_SCAN_NAME, "plugx")).containsExactly("m1");
    }

    @Test
    void latestVoteOfEachVoterCounts() throws IOException {
        corpus.vote(
                List.of(vote("Evil.example", "ann", Verdict.MALICIOUS), vote("evil.example", "bob", Verdict.HARMLESS)));
        assertThat(tally("evil.example")).isEqualTo(new Tally(1, 1));

        corpus.vote(List.of(vote("evil.example", "bob", Verdict.MALICIOUS)));
        corpus.vote(List.of(vote("evil.example", "bob", Verdict.MALICIOUS)));
        assertThat(tally("evil.example")).isEqualTo(new Tally(2, 0));

        corpus.vote(List.of(vote("evil.example", "ann", Verdict.WITHDRAWN)));
        assertThat(tally("evil.example")).isEqualTo(new Tally(1, 0));
        assertThat(tally("good.example")).isEqualTo(Tally.NONE);
    }

    @Test
    void votesThatCameWithABatchLeaveWithItAndThoseOfPeopleStay() throws IOException {
        add(FIRST, resolves("a.example", "192.0.2.1", D1));
        corpus.vote(List.of(
                vote("a.example", Batch.voter("first"), Verdict.MALICIOUS),
                vote("b.example", Batch.voter("first"), Verdict.HARMLESS),
                vote("b.example", Batch.voter("first"), Verdict.MALICIOUS),
                vote("a.example", Batch.voter("second"), Verdict.MALICIOUS),
                vote("a.example", "ann", Verdict.HARMLESS)));
        assertThat(tally("a.example")).isEqualTo(new Tally(2, 1));

        corpus.remove("first", Corpus.Progress.UNHEARD);

        assertThat(tally("a.example")).isEqualTo(new Tally(1, 1));
        assertThat(tally("b.example")).isEqualTo(Tally.NONE);
        corpus.vote(List.of(vote("b.example", Batch.voter("first"), Verdict.MALICIOUS)));
        assertThat(tally("b.example")).isEqualTo(new Tally(1, 0));
    }

    @Test
    void answersAreTheSameAfterSettling() throws IOException {
        for (int i = 0; i < 20; i++) {
            add(FIRST, resolves("d" + i + ".example", "192.0.2.1", D1), resolves("a.example", "192.0.2." + i, D2));
            add(SECOND, resolves("d" + i / 2 + ".example", "192.0.2.1", i % 2 == 0 ? D3 : D1));
        }
        List<String> before = rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1");
        corpus.settle(Corpus.Progress.UNHEARD);

        assertThat(before).hasSize(21);
        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1")).isEqualTo(before);
        assertThat(rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example")).hasSize(20);
        assertThat(corpus.batches()).containsExactlyInAnyOrderEntriesOf(Map.of(FIRST, 40L, SECOND, 10L));
        corpus.remove("second", Corpus.Progress.UNHEARD);
        assertThat(rows(Lookup.DOMAINS_OF_ADDRESS, "192.0.2.1")).hasSize(21).allMatch(row -> !row.contains("2017"));
    }

    @Test
    void blamedValuesAreThoseMostVotersCallMalicious() throws IOException {
        corpus.vote(List.of(
                vote("b.example", "ann", Verdict.MALICIOUS),
                vote("a.example", "ann", Verdict.MALICIOUS),
                vote("good.example", "ann", Verdict.HARMLESS),
                vote("even.example", "ann", Verdict.MALICIOUS),
                vote("even.example", "bob", Verdict.HARMLESS),
                vote("back.example", "ann", Verdict.MALICIOUS),
                vote("back.example", "ann", Verdict.WITHDRAWN)));

        var blamed = new ArrayList<String>();
        try (CorpusReading reading = corpus.read()) {
            reading.blamed(blamed::add);
        }
        assertThat(blamed).containsExactly("a.example", "b.example");
    }

    @Test
    void addressesOfABlockAreListedInOrder() throws IOException {
        add(
                FIRST,
                resolves("a.example", "192.0.2.9", D1),
                resolves("a.example", "192.0.2.10", D1),
                resolves("b.example", "192.0.2.9", D1),
                resolves("192.0.2.77", "192.0.20.1", D1));

        assertThat(addresses("192.0.2.", 10)).containsExactly("192.0.2.10", "192.0.2.9");
        assertThat(addresses("192.0.2.", 1)).containsExactly("192.0.2.10");
        assertThat(addresses("10.", 10)).isEmpty();
    }

    private List<String> addresses(String beginning, int max) throws IOException {
        var found = new ArrayList<String>();
        try (CorpusReading reading = corpus.read()) {
            reading.addresses(beginning, max, found::add);
        }
        return found;
    }

    @Test
    void positionCountsForItsSourceOnly() throws IOException {
        assertThat(corpus.position("first", "f1")).isEqualTo(Corpus.POSITION_NONE);
        corpus.setPosition("first", "f1", 500);
        corpus.setPosition("first", "f1", 1000);
        assertThat(corpus.position("first", "f1")).isEqualTo(1000);
        assertThat(corpus.position("first", "f2")).isEqualTo(Corpus.POSITION_NONE);
        assertThat(corpus.position("second", "f1")).isEqualTo(Corpus.POSITION_NONE);
        corpus.setPosition("first", "f1", Corpus.POSITION_NONE);
        assertThat(corpus.position("first", "f1")).isEqualTo(Corpus.POSITION_NONE);
    }

    @Test
    void sinkThatCannotTakeMoreEndsTheLookup() throws IOException {
        add(FIRST, resolves("a.example", "192.0.2.1", D1), resolves("a.example", "192.0.2.2", D1));

        try (CorpusReading reading = corpus.read()) {
            assertThatThrownBy(() -> reading.rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example", (value, last) -> {
                        throw new IOException("gone");
                    }))
                    .hasMessage("gone");
            var after = new ArrayList<String>();
            reading.rows(Lookup.ADDRESSES_OF_DOMAIN, "a.example", (value, last) -> after.add(value));
            assertThat(after).containsExactly("192.0.2.1", "192.0.2.2");
        }
    }

    private void add(Batch batch, Observation... observations) throws CorpusException {
        corpus.add(batch, List.of(observations));
    }

    private static Observation resolves(String domain, String address, Day day) {
        return Observation.on(day, Relation.RESOLVES, domain, address);
    }

    private static Vote vote(String value, String voter, Verdict verdict) {
        return new Vote(value, voter, verdict, Instant.EPOCH);
    }

    private Tally tally(String key) throws CorpusException {
        try (CorpusReading reading = corpus.read()) {
            return reading.tally(key);
        }
    }

    private List<String> rows(Lookup lookup, String key) throws IOException {
        var rows = new ArrayList<String>();
        try (CorpusReading reading = corpus.read()) {
            reading.rows(lookup, key, (value, last) -> rows.add(value + " " + last));
        }
        return rows;
    }

    private List<String> values(Lookup lookup, String key) throws IOException {
        var values = new ArrayList<String>();
        try (CorpusReading reading = corpus.read()) {
            reading.rows(lookup, key, (value, last) -> values.add(value));
        }
        return values;
    }
}
