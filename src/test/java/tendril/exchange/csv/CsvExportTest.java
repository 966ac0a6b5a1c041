package tendril.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tendril.exchange.Exporting;
import tendril.graph.CaseEvent;
import tendril.graph.CaseGraph;
import tendril.graph.Citation;
import tendril.graph.Fact;
import tendril.graph.Flag;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;

class CsvExportTest {
    private static final Indicator HOST = new Indicator(IndicatorType.DOMAIN, "evil.example");
    private static final Indicator ODD = new Indicator(IndicatorType.PHRASE, "=HYPERLINK(\"http://x\")");

    @TempDir
    private Path folder;

    @Test
    void entitiesBecomeATableWithoutAFormulaInIt() throws IOException {
        assertThat(write("table.csv").lines())
                .containsExactly(
                        "\uFEFFtype,value,flag,tags,note,links,tlp,pap,hidden,properties",
                        "domain,evil.example,red,kit; phish,\"two, \"\"quoted\"\" words\",1,,,,votes=-1",
                        "phrase,\"'=HYPERLINK(\"\"http://x\"\")\",,,,1,,,,");
    }

    @Test
    void linksBecomeATableOfTheirOwn() throws IOException {
        assertThat(write("table.links.csv").lines())
                .containsExactly(
                        "\uFEFFfrom_type,from,relation,to_type,to,first_seen,last_seen,drawn_by_analyst",
                        "domain,evil.example,\"says, so\",phrase,\"'=HYPERLINK(\"\"http://x\"\")\",,2014-01-02,");
    }

    @Test
    void aFileThatCannotBeWrittenIsOneSentence() {
        Exporting failed = new CsvExport().write(folder.resolve("missing/table.csv"), List.of(), List.of());

        assertThat(failed).isInstanceOf(Exporting.Failed.class);
        assertThat(((Exporting.Failed) failed).sentence()).contains("table.csv");
    }

    private String write(String name) throws IOException {
        CaseGraph graph = graph();
        Path file = folder.resolve(name);
        assertThat(new CsvExport()
                        .write(file, graph.entities().toList(), graph.links().toList()))
                .isInstanceOf(Exporting.Written.class);
        return Files.readString(file);
    }

    private static CaseGraph graph() {
        var said = new Citation(7, "");
        List<CaseEvent> events = List.of(
                new CaseEvent.EntityAdded(HOST, said),
                new CaseEvent.EntityAdded(ODD, said),
                new CaseEvent.PropertyStated(HOST, "votes", "-1", said),
                new CaseEvent.NoteWritten(HOST, "two, \"quoted\" words"),
                new CaseEvent.EntityTagged(HOST, new TreeSet<>(List.of("phish", "kit"))),
                new CaseEvent.EntitiesFlagged(List.of(HOST), Flag.RED),
                new CaseEvent.LinkAdded(
                        new LinkKey(HOST, ODD, "says, so"),
                        Seen.lastOn(LocalDate.of(2014, 1, 2)),
                        new TreeMap<>(),
                        said));
        List<Fact> facts = new ArrayList<>();
        events.forEach(event -> facts.add(new Fact(facts.size() + 1L, Instant.EPOCH, 0, event)));
        var graph = new CaseGraph();
        graph.apply(facts);
        return graph;
    }
}
