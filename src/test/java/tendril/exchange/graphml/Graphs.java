package tendril.exchange.graphml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tendril.exchange.ExchangeLink;
import tendril.exchange.ExchangeNode;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Importing;
import tendril.exchange.Source;
import tendril.exchange.Stated;
import tendril.graph.Flag;
import tendril.graph.Handling;
import tendril.graph.LinkKey;
import tendril.indicator.Canonical;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;

/** Graphs to write and read. */
final class Graphs {
    private static final String HASH = "ab".repeat(32);

    private Graphs() {}

    static Indicator domain(String name) {
        return new Indicator(IndicatorType.DOMAIN, name);
    }

    static Indicator ip(String address) {
        return new Indicator(IndicatorType.IPV4, address);
    }

    static ExchangeNode node(Indicator indicator) {
        return new ExchangeNode(
                indicator,
                Optional.empty(),
                "",
                Flag.NONE,
                new TreeSet<>(),
                false,
                false,
                Handling.UNSET,
                List.of(),
                List.of());
    }

    static ExchangeLink link(Indicator from, Indicator to, String label) {
        return new ExchangeLink(new LinkKey(from, to, label), Seen.UNKNOWN, List.of(), List.of());
    }

    /** One of everything. */
    static ImportedGraph rich() {
        Source crowd = new Source("threatcrowd", Optional.of(Instant.parse("2026-11-23T10:15:30.123Z")), HASH);
        Indicator evil = domain("evil.example");
        Indicator host = ip("192.0.2.7");
        Indicator mail = new Indicator(IndicatorType.EMAIL, "a&b@evil.example");
        ExchangeNode full = new ExchangeNode(
                evil,
                Optional.of(new ExchangeNode.Spot(-12.5, 1e-3)),
                "first line\n  <second> & \"third\"\r\nlast",
                Flag.RED,
                new TreeSet<>(List.of("apt", "to check")),
                true,
                true,
                new Handling(Handling.Tlp.AMBER_STRICT, Handling.Pap.RED),
                List.of(
                        new Stated("label", "a property named label"),
                        new Stated("registrant name", "Ivan"),
                        new Stated("registrant name", "Igor"),
                        new Stated("registrant_name", "Ilya"),
                        new Stated("votes", "")),
                List.of(Source.ANALYST, crowd));
        ExchangeLink resolved = new ExchangeLink(
                new LinkKey(evil, host, "resolved to"),
                new Seen(Optional.of(LocalDate.of(2013, 9, 22)), Optional.of(LocalDate.of(2014, 1, 2))),
                List.of(new Stated("times", "3"), new Stated("times", "4")),
                List.of(crowd));
        return new ImportedGraph(
                "Harbour & <sons>",
                List.of(full, node(host), node(mail)),
                List.of(resolved, link(evil, evil, "itself"), link(evil, host, "called"), link(mail, evil, "")),
                List.of());
    }

    static ImportedGraph read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    static ImportedGraph read(byte[] xml) {
        Importing importing = new GraphmlImport().read(new ByteArrayInputStream(xml), "g.graphml");
        assertThat(importing).isInstanceOf(Importing.Read.class);
        assertThat(new GraphmlImport().read(xml, "g.graphml"))
                .as("understood in passing")
                .isEqualTo(importing);
        return ((Importing.Read) importing).graph();
    }

    static String refusal(byte[] xml) {
        Importing importing = new GraphmlImport().read(new ByteArrayInputStream(xml), "g.graphml");
        assertThat(importing).isInstanceOf(Importing.Refused.class);
        return ((Importing.Refused) importing).sentence();
    }

    /** Any graph, with texts nobody would write. */
    static Arbitrary<ImportedGraph> any() {
        return Combinators.combine(text(), nodes(), links().list().ofMaxSize(8)).as(Graphs::graph);
    }

    private record End(int from, int to, String label, Seen seen, List<Stated> properties, List<Source> sources) {}

    private static ImportedGraph graph(String name, List<ExchangeNode> nodes, List<End> ends) {
        Map<LinkKey, ExchangeLink> links = new LinkedHashMap<>();
        for (End end : ends) {
            if (!nodes.isEmpty()) {
                Indicator from = nodes.get(end.from % nodes.size()).indicator();
                Indicator to = nodes.get(end.to % nodes.size()).indicator();
                LinkKey key = new LinkKey(from, to, end.label);
                links.putIfAbsent(key, new ExchangeLink(key, end.seen, end.properties, end.sources));
            }
        }
        return new ImportedGraph(name, nodes, List.copyOf(links.values()), List.of());
    }

    /** Everything that XML has a form for. */
    private static Arbitrary<String> text() {
        Arbitrary<String> hostile = Arbitraries.of(
                "]]>",
                "<!--",
                "&amp;",
                "<script>alert(1)</script>",
                "\u202Eevil",
                "a\r\nb\rc\n",
                " \t ",
                "😀",
                "'\"",
                "&#0;");
        Arbitrary<String> random = Arbitraries.strings()
                .withCharRange('\t', '\n')
                .withCharRange(' ', '\uD7FF')
                .ofMaxLength(8);
        return Arbitraries.oneOf(List.of(hostile, random));
    }

    private static Arbitrary<String> line() {
        return Arbitraries.strings().ascii().ofMaxLength(6).map(text -> text.replaceAll("\\p{Cntrl}", ""));
    }

    private static Arbitrary<Indicator> indicator() {
        Arbitrary<Indicator> phrase = text().map(
                        text -> Canonical.parse(IndicatorType.PHRASE, text).indicator())
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
        return Arbitraries.oneOf(List.of(
                phrase,
                Arbitraries.integers().between(0, 9).map(number -> domain("host" + number + ".example")),
                Arbitraries.integers().between(0, 9).map(number -> ip("198.51.100." + number))));
    }

    private static Arbitrary<List<Stated>> stated() {
        return Combinators.combine(text(), text()).as(Stated::new).list().ofMaxSize(4);
    }

    private static Arbitrary<List<Source>> sources() {
        Arbitrary<Source> source = Combinators.combine(
                        Arbitraries.of("threatcrowd", "replay"),
                        Arbitraries.longs().between(0, 4_000_000_000L))
                .as((provider, at) -> new Source(provider, Optional.of(Instant.ofEpochSecond(at)), HASH));
        return Arbitraries.oneOf(List.of(source, Arbitraries.just(Source.ANALYST)))
                .list()
                .uniqueElements()
                .ofMaxSize(3);
    }

    private static Arbitrary<List<ExchangeNode>> nodes() {
        Arbitrary<ExchangeNode.Spot> spot = Combinators.combine(
                        Arbitraries.doubles().between(-1e6, 1e6),
                        Arbitraries.doubles().between(-1e6, 1e6))
                .as(ExchangeNode.Spot::new);
        Arbitrary<Handling> handling = Combinators.combine(
                        Arbitraries.of(Handling.Tlp.values()), Arbitraries.of(Handling.Pap.values()))
                .as(Handling::new);
        Arbitrary<TreeSet<String>> tags =
                line().filter(tag -> !tag.isEmpty()).set().ofMaxSize(3).map(TreeSet::new);
        Arbitrary<ExchangeNode> node = Combinators.combine(
                        indicator(),
                        spot.optional(),
                        text(),
                        Arbitraries.of(Flag.values()),
                        tags,
                        handling,
                        stated(),
                        sources())
                .as((indicator, place, note, flag, tag, handled, properties, source) -> new ExchangeNode(
                        indicator,
                        place,
                        note,
                        flag,
                        tag,
                        flag == Flag.BLUE,
                        flag == Flag.RED,
                        handled,
                        properties,
                        source));
        return node.list().uniqueElements(ExchangeNode::indicator).ofMaxSize(8).map(ArrayList::new);
    }

    private static Arbitrary<End> links() {
        Arbitrary<Seen> seen = Combinators.combine(
                        Arbitraries.integers()
                                .between(0, 20_000)
                                .map(LocalDate::ofEpochDay)
                                .optional(),
                        Arbitraries.integers()
                                .between(0, 20_000)
                                .map(LocalDate::ofEpochDay)
                                .optional())
                .as(Seen::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 99),
                        text(),
                        seen,
                        stated(),
                        sources())
                .as(End::new);
    }
}
