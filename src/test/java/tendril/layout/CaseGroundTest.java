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
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.CaseGraph;
import tendril.graph.Citation;
import tendril.graph.CollectionPlace;
import tendril.graph.Fact;
import tendril.graph.LinkKey;
import tendril.graph.PlacedBy;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;

class CaseGroundTest {
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

        assertThat(new CaseGround(graph).place(unplaced))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        CaseLayout.of(graph).placeNew(0, 0).entities());
    }

    @Property(tries = 150)
    void aGroundKeptUpThroughAnyChangesFindsThePlacesOfOneMadeAnew(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var graph = new CaseGraph();
        var kept = new CaseGround(graph);
        List<Indicator> old = nodes("old");
        List<Long> actions = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            long action = graph.lastSeq() + 1;
            actions.add(action);
            List<CaseEvent> events = new ArrayList<>();
            events.add(new CaseEvent.ActionBegan(ActionKind.EDIT, "step " + step, "ana"));
            events.addAll(anything(graph, old, actions, random));
            List<Fact> facts = new ArrayList<>();
            events.forEach(event -> facts.add(new Fact(action + facts.size(), Instant.EPOCH, action, event)));
            kept.changed(graph.apply(facts));
        }
        for (CaseEvent link : links(nodes("new").subList(0, 12), old, random)) {
            kept.changed(graph.apply(List.of(new Fact(graph.lastSeq() + 1, Instant.EPOCH, 0, link))));
        }

        assertThat(kept.place(List.of())).isNotEmpty().isEqualTo(new CaseGround(graph).place(List.of()));
    }

    /** One thing that may happen to a case. */
    private static List<CaseEvent> anything(
            CaseGraph graph, List<Indicator> old, List<Long> actions, SplittableRandom random) {
        int from = random.nextInt(NODES - 10);
        List<Indicator> some = old.subList(from, from + random.nextInt(1, 10));
        long earlier = actions.get(random.nextInt(actions.size()));
        return switch (random.nextInt(10)) {
            case 0, 1 -> links(some, old, random);
            case 2, 3 ->
                List.of(new CaseEvent.EntitiesPlaced(
                        some.stream()
                                .map(each -> new tendril.graph.Placement(
                                        each, random.nextDouble(-900, 900), random.nextDouble(-900, 900)))
                                .toList(),
                        PlacedBy.PERSON));
            case 4 -> List.of(new CaseEvent.EntitiesRemoved(some));
            case 5 -> List.of(new CaseEvent.EntitiesHidden(some, random.nextBoolean()));
            case 6 -> List.of(new CaseEvent.EntitiesCollected(old.getFirst(), "some", some));
            case 7 ->
                graph.collections().stream()
                        .findAny()
                        .<List<CaseEvent>>map(collection -> List.of(
                                random.nextBoolean()
                                        ? new CaseEvent.CollectionOpened(collection.id(), List.of())
                                        : new CaseEvent.CollectionsPlaced(List.of(new CollectionPlace(
                                                collection.id(),
                                                random.nextDouble(-900, 900),
                                                random.nextDouble(-900, 900))))))
                        .orElse(List.of());
            case 8 -> List.of(new CaseEvent.ActionUndone(earlier));
            default -> List.of(new CaseEvent.ActionRedone(earlier));
        };
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
