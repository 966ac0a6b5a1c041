package tendril.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tendril.exchange.ExchangeLink;
import tendril.exchange.ExchangeNode;
import tendril.exchange.ImportedGraph;
import tendril.graph.CaseEvent;
import tendril.graph.CaseGraph;
import tendril.graph.Citation;
import tendril.graph.Fact;
import tendril.graph.Flag;
import tendril.graph.Handling;
import tendril.graph.LinkKey;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;

class ImportedPlacesTest {
    private static final SortedSet<String> NO_TAGS = Collections.unmodifiableSortedSet(new TreeSet<>());

    @Test
    void whatTheFilePlacesStandsThereUnlessTheCaseHasItAlready() {
        Indicator known = domain("known.example");
        Indicator fresh = domain("fresh.example");
        CaseGraph graph = holding(List.of(new Placement(known, 5, 6)));

        var places = ImportedPlaces.of(new ImportedGraph(
                "",
                List.of(node(known, Optional.of(new ExchangeNode.Spot(900, 900))), placed(fresh)),
                List.of(),
                List.of()));

        assertThat(places.in(graph)).containsExactly(new Placement(fresh, 10, 20));
    }

    @Test
    void aFewWithoutAPlaceAreLeftToGrowth() {
        assertThat(ImportedPlaces.of(star(ImportedPlaces.GROWN_MAX - 1)).in(new CaseGraph()))
                .isEmpty();
    }

    @Test
    void manyWithoutAPlaceAreArrangedBesideWhatTheCaseShows() {
        Indicator known = domain("known.example");
        CaseGraph graph = holding(List.of(new Placement(known, 5000, -300)));

        List<Placement> places =
                ImportedPlaces.of(star(ImportedPlaces.GROWN_MAX)).in(graph);

        assertThat(places).hasSize(ImportedPlaces.GROWN_MAX + 1);
        assertThat(places).allMatch(place -> place.x() > 5000);
        assertThat(places.stream().map(place -> place.x() + " " + place.y()).distinct())
                .hasSameSizeAs(places);
    }

    private static ImportedGraph star(int leaves) {
        Indicator hub = domain("hub.example");
        List<ExchangeNode> nodes = new ArrayList<>(List.of(node(hub, Optional.empty())));
        List<ExchangeLink> links = new ArrayList<>();
        for (int i = 0; i < leaves; i++) {
            Indicator leaf = domain("leaf" + i + ".example");
            nodes.add(node(leaf, Optional.empty()));
            links.add(new ExchangeLink(new LinkKey(hub, leaf, "names"), Seen.UNKNOWN, List.of(), List.of()));
        }
        return new ImportedGraph("", nodes, links, List.of());
    }

    private static CaseGraph holding(List<Placement> places) {
        var graph = new CaseGraph();
        List<Fact> facts = new ArrayList<>();
        places.forEach(place -> facts.add(new Fact(
                facts.size() + 1, Instant.EPOCH, 0, new CaseEvent.EntityAdded(place.indicator(), Citation.ANALYST))));
        facts.add(new Fact(facts.size() + 1, Instant.EPOCH, 0, new CaseEvent.EntitiesPlaced(places, PlacedBy.PERSON)));
        graph.apply(facts);
        return graph;
    }

    private static ExchangeNode placed(Indicator indicator) {
        return node(indicator, Optional.of(new ExchangeNode.Spot(10, 20)));
    }

    private static ExchangeNode node(Indicator indicator, Optional<ExchangeNode.Spot> spot) {
        return new ExchangeNode(
                indicator, spot, "", Flag.NONE, NO_TAGS, false, false, Handling.UNSET, List.of(), List.of());
    }

    private static Indicator domain(String name) {
        return new Indicator(IndicatorType.DOMAIN, name);
    }
}
