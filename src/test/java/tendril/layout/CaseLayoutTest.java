package tendril.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tendril.graph.CaseEvent;
import tendril.graph.CaseGraph;
import tendril.graph.Citation;
import tendril.graph.Fact;
import tendril.graph.LinkKey;
import tendril.graph.PlacedBy;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;

class CaseLayoutTest {
    private static final int NODES = 60;

    @Property(tries = 60)
    void whatIsFarFromTheNewNodesDoesNotMatterToTheirPlaces(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var graph = new CaseGraph();
        List<Indicator> old = nodes("old");
        apply(graph, links(old, old, random));
        apply(
                graph,
                List.of(new CaseEvent.EntitiesPlaced(
                        CaseLayout.of(graph).placeNew(0, 0).entities(), PlacedBy.LAYOUT)));
        List<Indicator> added = nodes("new").subList(0, random.nextInt(1, 12));
        apply(graph, links(added, old, random));
        List<Indicator> unplaced = graph.entities()
                .filter(entity -> entity.place().isEmpty())
                .map(tendril.graph.Entity::indicator)
                .toList();

        assertThat(CaseLayout.placesFor(graph, unplaced))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        CaseLayout.of(graph).placeNew(0, 0).entities());
    }

    private static List<Indicator> nodes(String name) {
        return IntStream.range(0, NODES)
                .mapToObj(i -> new Indicator(IndicatorType.DOMAIN, name + i + ".example"))
                .toList();
    }

    /** Each of the first linked to one to three of the second, few of which are hubs. */
    private static List<CaseEvent> links(List<Indicator> from, List<Indicator> to, SplittableRandom random) {
        List<CaseEvent> links = new ArrayList<>();
        for (Indicator start : from) {
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                Indicator end = to.get((int) (to.size() * Math.pow(random.nextDouble(), 4)));
                if (!end.equals(start)) {
                    links.add(new CaseEvent.LinkAdded(
                            new LinkKey(start, end, "resolved to"), Seen.UNKNOWN, new TreeMap<>(), Citation.ANALYST));
                }
            }
        }
        return links;
    }

    private static void apply(CaseGraph graph, List<CaseEvent> events) {
        events.forEach(event -> graph.apply(List.of(new Fact(graph.lastSeq() + 1, Instant.EPOCH, 0, event))));
    }
}
