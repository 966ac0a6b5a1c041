package tendril.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.casefile.CaseFile;
import tendril.casefile.Opening;
import tendril.casefile.disk.CaseFileException;
import tendril.cli.CommandRun;
import tendril.corpus.Day;
import tendril.corpus.Observation;
import tendril.corpus.Relation;
import tendril.graph.CaseEvent;
import tendril.graph.CaseGraph;
import tendril.graph.Citation;
import tendril.graph.Fact;
import tendril.graph.Handling;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;

/** Only what an analyst marked as shareable leaves a case. */
class SharedFactsTest {
    private static final Indicator DOMAIN = new Indicator(IndicatorType.DOMAIN, "a.example");
    private static final Indicator ADDRESS = new Indicator(IndicatorType.IPV4, "192.0.2.1");
    private static final Indicator SECRET = new Indicator(IndicatorType.DOMAIN, "victim.example");
    private static final Indicator MD5 = new Indicator(IndicatorType.MD5, "0123456789abcdef0123456789abcdef");
    private static final Indicator SHA1 = new Indicator(IndicatorType.SHA1, "0123456789012345678901234567890123456789");
    private static final Indicator NAME = new Indicator(IndicatorType.MALWARE, "trojan.evil");

    private final List<Fact> facts = new ArrayList<>();

    @Test
    void unlabelledCaseSharesNothing() {
        link(DOMAIN, ADDRESS, "resolved to");
        SharedFacts shared = shared();
        assertThat(shared.observations()).isEmpty();
        assertThat(shared.shareable()).isZero();
        assertThat(shared.kept()).isEqualTo(2);
    }

    @Test
    void clearCaseSharesWhatACorpusAnswersFrom() {
        label(Optional.empty(), Handling.Tlp.CLEAR);
        link(DOMAIN, ADDRESS, "resolved to", Seen.lastOn(LocalDate.of(2016, 2, 3)));
        link(MD5, SHA1, "same file as");
        link(SHA1, DOMAIN, "contacted");
        link(MD5, NAME, "detected as");
        state(NAME, "spelling", "Trojan.Evil");
        state(DOMAIN, "reference", "https://reports.example/1");
        link(DOMAIN, MD5, "I think they belong together");

        SharedFacts shared = shared();
        assertThat(shared.observations())
                .containsExactly(
                        Observation.on(new Day(2016_02_03), Relation.RESOLVES, "a.example", "192.0.2.1"),
                        Observation.undated(Relation.SHA1, MD5.value(), SHA1.value()),
                        Observation.undated(Relation.CONTACTS_DOMAIN, MD5.value(), "a.example"),
                        Observation.undated(Relation.SCANNED_AS, MD5.value(), "Trojan.Evil"),
                        Observation.undated(Relation.REFERENCE, "a.example", "https://reports.example/1"));
        assertThat(shared.unsaid()).isEqualTo(1);
    }

    @Test
    void stricterLabelOfAnEntityKeepsItAndItsLinks() {
        label(Optional.empty(), Handling.Tlp.GREEN);
        link(DOMAIN, ADDRESS, "resolved to");
        link(SECRET, ADDRESS, "resolved to");
        label(Optional.of(SECRET), Handling.Tlp.AMBER);
        state(SECRET, "reference", "https://reports.example/victim");

        assertThat(shared().observations())
                .containsExactly(Observation.undated(Relation.RESOLVES, "a.example", "192.0.2.1"));
    }

    @Test
    void entitiesMayBeSharedOneByOneButNotAgainstTheCase() {
        link(DOMAIN, ADDRESS, "resolved to");
        label(Optional.of(DOMAIN), Handling.Tlp.CLEAR);
        label(Optional.of(ADDRESS), Handling.Tlp.GREEN);
        assertThat(shared().observations()).hasSize(1);

        label(Optional.empty(), Handling.Tlp.AMBER);
        assertThat(shared().observations()).isEmpty();
    }

    @Test
    void commandReadsACaseAndSaysWhatStayed(@TempDir Path folder) throws CaseFileException {
        link(DOMAIN, ADDRESS, "resolved to");
        Path file = folder.resolve("hunt.tendril");
        write(file);
        Path corpus = folder.resolve("mine.corpus");
        CommandRun none = CommandRun.of("ingest", corpus, file);
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("Nothing in " + file + " is marked as shareable", "TLP:GREEN");

        label(Optional.of(DOMAIN), Handling.Tlp.CLEAR);
        Path labelled = folder.resolve("labelled.tendril");
        write(labelled);
        assertThat(CommandRun.of("ingest", corpus, labelled).err())
                .contains("1 entity is marked as shareable, 1 is not");
    }

    private void write(Path file) throws CaseFileException {
        switch (CaseFile.create(file)) {
            case Opening.Opened opened -> {
                try (CaseFile created = opened.file()) {
                    created.append(facts, List.of());
                }
            }
            default -> throw new IllegalStateException("the case was not made");
        }
    }

    private SharedFacts shared() {
        var graph = new CaseGraph();
        graph.apply(facts);
        return SharedFacts.of(graph);
    }

    private void link(Indicator from, Indicator to, String label) {
        link(from, to, label, Seen.UNKNOWN);
    }

    private void link(Indicator from, Indicator to, String label, Seen seen) {
        add(new CaseEvent.EntityAdded(from, Citation.ANALYST));
        add(new CaseEvent.EntityAdded(to, Citation.ANALYST));
        add(new CaseEvent.LinkAdded(new LinkKey(from, to, label), seen, new TreeMap<>(), Citation.ANALYST));
    }

    private void state(Indicator on, String name, String value) {
        add(new CaseEvent.PropertyStated(on, name, value, Citation.ANALYST));
    }

    private void label(Optional<Indicator> on, Handling.Tlp tlp) {
        add(new CaseEvent.HandlingSet(on, new Handling(tlp, Handling.Pap.UNSET)));
    }

    private void add(CaseEvent event) {
        facts.add(new Fact(facts.size() + 1, Instant.EPOCH, 0, event));
    }
}
