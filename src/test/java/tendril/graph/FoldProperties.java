package tendril.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static tendril.graph.Journal.added;
import static tendril.graph.Journal.contents;
import static tendril.graph.Journal.ip;
import static tendril.graph.Journal.related;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FoldProperties {
    @Property(tries = 200)
    void replayingTheFactsGivesAnEqualGraph(
            @ForAll @Size(max = 40) List<@From("events") CaseEvent> events, @ForAll Random random) {
        Journal journal = written(events, random);

        var replayed = new CaseGraph();
        replayed.apply(journal.facts);

        assertThat(contents(replayed)).isEqualTo(contents(journal.graph));
        assertThat(replayed.entityCount()).isEqualTo((int) replayed.entities().count());
        assertThat(replayed.linkCount()).isEqualTo((int) replayed.links().count());
    }

    @Property(tries = 200)
    void findingsInAnyOrderGiveTheSameGraph(
            @ForAll @Size(min = 1, max = 25) List<@From("findings") CaseEvent> findings, @ForAll Random random) {
        List<CaseEvent> shuffled = new ArrayList<>(findings);
        Collections.shuffle(shuffled, random);

        assertThat(afterOne(shuffled)).isEqualTo(afterOne(findings));
    }

    @Property(tries = 200)
    void anActionAndItsInverseChangeNothing(
            @ForAll @Size(max = 25) List<@From("events") CaseEvent> before,
            @ForAll @Size(min = 1, max = 10) List<@From("events") CaseEvent> action,
            @ForAll Random random) {
        Journal journal = written(before, random);
        var start = contents(journal.graph);

        long id = journal.act(ActionKind.EDIT, "an action", action.toArray(CaseEvent[]::new));
        journal.undo(id);

        var end = contents(journal.graph);
        assertThat(end.entities()).isEqualTo(start.entities());
        assertThat(end.links()).isEqualTo(start.links());
        assertThat(end.collections()).isEqualTo(start.collections());
    }

    @Property(tries = 100)
    void everyOrderOfUndoingEndsInTheStartingGraph(
            @ForAll @Size(max = 15) List<@From("events") CaseEvent> before,
            @ForAll @Size(min = 2, max = 10) List<@IntRange(min = 0, max = 6) Integer> pivots,
            @ForAll Random random) {
        Journal journal = written(before, random);
        var start = contents(journal.graph);
        List<Long> actions = new ArrayList<>();
        for (int from : pivots) {
            List<CaseEvent> findings = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                findings.add(related(node(from), node(random.nextInt(12)), actions.size() + 1));
            }
            actions.add(journal.act(ActionKind.PIVOT, "pivot", findings.toArray(CaseEvent[]::new)));
        }

        Collections.shuffle(actions, random);
        actions.forEach(journal::undo);

        assertThat(contents(journal.graph).entities()).isEqualTo(start.entities());
        assertThat(contents(journal.graph).links()).isEqualTo(start.links());
    }

    @Property(tries = 100)
    void deltasAddUpToTheGraph(@ForAll @Size(max = 40) List<@From("events") CaseEvent> events, @ForAll Random random) {
        var journal = new Journal();
        var present = new TreeSet<tendril.indicator.Indicator>();
        for (CaseEvent event : events) {
            journal.act(ActionKind.EDIT, "one", event);
            present.addAll(journal.lastDelta.entitiesAdded());
            journal.lastDelta.entitiesRemoved().forEach(present::remove);
            if (random.nextInt(4) == 0) {
                journal.undo(journal.graph
                        .history()
                        .get(random.nextInt(journal.graph.history().size()))
                        .id());
                present.addAll(journal.lastDelta.entitiesAdded());
                journal.lastDelta.entitiesRemoved().forEach(present::remove);
            }
        }
        assertThat(present).isEqualTo(contents(journal.graph).entities().keySet());
    }

    @Property(tries = 200)
    void workedOutInPortionsItIsTheSameGraphAndAWholeOneAfterEach(
            @ForAll @Size(max = 40) List<@From("events") CaseEvent> events,
            @ForAll @IntRange(min = 1, max = 4) int most,
            @ForAll Random random) {
        Journal journal = written(events, random);

        var portioned = new CaseGraph();
        var present = new TreeSet<tendril.indicator.Indicator>();
        var linked = new TreeSet<LinkKey>();
        for (Fact fact : journal.facts) {
            follow(portioned, portioned.apply(List.of(fact), most), present, linked);
            for (int more = random.nextInt(3); more > 0 && !portioned.isSettled(); more--) {
                follow(portioned, portioned.settle(most), present, linked);
            }
        }
        while (!portioned.isSettled()) {
            follow(portioned, portioned.settle(most), present, linked);
        }

        assertThat(contents(portioned)).isEqualTo(contents(journal.graph));
        for (tendril.indicator.Indicator each : present) {
            assertThat(portioned.linkCount(each))
                    .isEqualTo((int) portioned.linksOf(each).count());
        }
        portioned
                .collections()
                .forEach(collection -> assertThat(portioned.collectionNode(collection.id()))
                        .hasValueSatisfying(node -> {
                            assertThat(node.size())
                                    .isEqualTo(collection.members().size());
                            assertThat(node.first())
                                    .isEqualTo(collection.members().getFirst());
                            assertThat(node.label()).isEqualTo(collection.label());
                            assertThat(node.spot()).isEqualTo(portioned.spotOf(collection));
                        }));
    }

    /** Adds a delta up, and looks whether no link is without its ends. */
    private static void follow(
            CaseGraph graph, GraphDelta delta, TreeSet<tendril.indicator.Indicator> present, TreeSet<LinkKey> linked) {
        delta.entitiesRemoved().forEach(present::remove);
        present.addAll(delta.entitiesAdded());
        delta.linksRemoved().forEach(linked::remove);
        linked.addAll(delta.linksAdded());
        assertThat(graph.entities().map(Entity::indicator)).containsExactlyInAnyOrderElementsOf(present);
        assertThat(graph.links().map(Link::key)).containsExactlyInAnyOrderElementsOf(linked);
        assertThat(graph.entityCount()).isEqualTo(present.size());
        assertThat(graph.linkCount()).isEqualTo(linked.size());
        for (LinkKey link : linked) {
            assertThat(present).contains(link.from(), link.to());
        }
    }

    private static Journal written(List<CaseEvent> events, Random random) {
        var journal = new Journal();
        for (CaseEvent event : events) {
            long id = journal.act(ActionKind.EDIT, "one", event);
            if (random.nextInt(5) == 0) {
                journal.undo(id);
            }
            if (random.nextInt(9) == 0) {
                journal.redo(id);
            }
        }
        return journal;
    }

    private static Object afterOne(List<CaseEvent> events) {
        var journal = new Journal();
        journal.act(ActionKind.PIVOT, "pivot", events.toArray(CaseEvent[]::new));
        var contents = contents(journal.graph);
        return List.of(contents.entities(), contents.links());
    }

    private static tendril.indicator.Indicator node(int number) {
        return ip("192.0.2." + number);
    }

    @Provide
    Arbitrary<CaseEvent> findings() {
        Arbitrary<tendril.indicator.Indicator> nodes =
                Arbitraries.integers().between(0, 8).map(FoldProperties::node);
        Arbitrary<Long> evidence = Arbitraries.longs().between(1, 3);
        return Arbitraries.oneOf(
                Combinators.combine(nodes, nodes, evidence).as((a, b, e) -> related(a, b, e)),
                Combinators.combine(nodes, evidence, Arbitraries.of("votes", "reference"), Arbitraries.of("1", "2"))
                        .as((n, e, name, value) ->
                                new CaseEvent.PropertyStated(n, name, value, new Citation(e, "/" + name))),
                Combinators.combine(nodes, evidence).as((n, e) -> new CaseEvent.EntityAdded(n, new Citation(e, "/x"))));
    }

    @Provide
    Arbitrary<CaseEvent> events() {
        Arbitrary<tendril.indicator.Indicator> nodes =
                Arbitraries.integers().between(0, 8).map(FoldProperties::node);
        Arbitrary<List<tendril.indicator.Indicator>> some =
                nodes.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                findings(),
                findings(),
                nodes.map(n -> added(n)),
                some.map(CaseEvent.EntitiesRemoved::new),
                Combinators.combine(nodes, nodes)
                        .as((a, b) -> new CaseEvent.LinksRemoved(List.of(new LinkKey(a, b, "resolved to")))),
                Combinators.combine(nodes, Arbitraries.integers().between(0, 99), Arbitraries.of(PlacedBy.values()))
                        .as((n, x, by) -> new CaseEvent.EntitiesPlaced(List.of(new Placement(n, x, -x)), by)),
                Combinators.combine(nodes, Arbitraries.of("", "odd", "ours"))
                        .as((n, text) -> new CaseEvent.NoteWritten(n, text)),
                Combinators.combine(some, Arbitraries.of(Flag.values()))
                        .as((n, flag) -> new CaseEvent.EntitiesFlagged(n, flag)),
                some.map(n -> new CaseEvent.EntitiesHidden(n, true)),
                Combinators.combine(nodes, some)
                        .as((anchor, members) -> new CaseEvent.EntitiesCollected(anchor, "folded", members)));
    }
}
