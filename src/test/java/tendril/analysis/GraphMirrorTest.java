package tendril.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tendril.analysis.Sketch.node;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tendril.graph.Action;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.GraphDelta;
import tendril.graph.Journal;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

class GraphMirrorTest {
    @Property(tries = 200)
    void afterAnyFactsItEqualsAFreshMirror(
            @ForAll @Size(max = 40) List<@From("events") CaseEvent> events,
            @ForAll Scope scope,
            @ForAll Random random) {
        var journal = new Journal();
        var mirror = new GraphMirror(journal.graph, scope);
        for (CaseEvent event : events) {
            journal.act(ActionKind.EDIT, "one", event);
            mirror.accept(journal.lastDelta);
            if (random.nextInt(3) == 0) {
                List<Action> history = journal.graph.history();
                journal.undo(history.get(random.nextInt(history.size())).id());
                mirror.accept(journal.lastDelta);
            }
            if (random.nextInt(5) == 0) {
                assertEqualsFresh(mirror, journal, scope);
            }
        }
        assertEqualsFresh(mirror, journal, scope);
    }

    @Property(tries = 100)
    void graphStreamAndTheArraysAgree(@ForAll("sketches") Sketch sketch) {
        var mirror = new GraphMirror(sketch.journal().graph, Scope.EVERYTHING);
        var measures = new Measures(mirror.skeleton());

        assertThat(mirror.components().parts()).isEqualTo(measures.components().parts());
        Ranking ours = measures.pageRank();
        mirror.pageRank()
                .values()
                .forEach((indicator, rank) -> assertThat(rank).isCloseTo(ours.valueOf(indicator), within(1e-6)));
        assertThat(mirror.pageRank().values().keySet()).isEqualTo(ours.values().keySet());
    }

    @Test
    void anEmptyCaseAndOneWithoutLinksHaveTheirRanks() {
        assertThat(new GraphMirror(new Journal().graph, Scope.DRAWN).pageRank().lines())
                .isEmpty();
        assertThat(new GraphMirror(new Journal().graph, Scope.DRAWN)
                        .components()
                        .parts())
                .isEmpty();
        assertThat(new GraphMirror(Sketch.of(4).journal().graph, Scope.DRAWN)
                        .pageRank()
                        .lines())
                .extracting(Ranking.Line::rank)
                .containsOnly(1);
    }

    @Test
    void measuringLeavesTheMirrorAsItWas() {
        var journal = Sketch.of(4, 0, 1, 1, 2, 1, 1).journal();
        var mirror = new GraphMirror(journal.graph, Scope.DRAWN);
        mirror.components();
        mirror.pageRank();

        journal.act(ActionKind.REMOVE, "Removed", new CaseEvent.EntitiesRemoved(List.of(node(1))));
        mirror.accept(journal.lastDelta);

        assertEqualsFresh(mirror, journal, Scope.DRAWN);
        assertThat(mirror.components().count()).isEqualTo(3);
    }

    @Test
    void hostileValuesAreOrdinaryEntities() {
        var journal = new Journal();
        var mirror = new GraphMirror(journal.graph, Scope.DRAWN);
        for (String value : List.of("", "\0", "a\"<b>&'", "\uD800", "n0", "0", "💥\n")) {
            journal.act(
                    ActionKind.ADD,
                    "Added",
                    Journal.related(new Indicator(IndicatorType.PHRASE, value), node(0), 1),
                    Journal.related(node(0), new Indicator(IndicatorType.MALWARE, value), 1));
            mirror.accept(journal.lastDelta);
        }

        assertEqualsFresh(mirror, journal, Scope.DRAWN);
        assertThat(mirror.entityCount()).isEqualTo(15);
        assertThat(mirror.components().count()).isEqualTo(1);
    }

    @Test
    void theSkeletonIsKeptWhileOnlyPlacesChange() {
        var journal = Sketch.of(2, 0, 1).journal();
        var mirror = new GraphMirror(journal.graph, Scope.DRAWN);
        Skeleton before = mirror.skeleton();

        journal.report(new CaseEvent.EntitiesPlaced(List.of(new Placement(node(0), 3, 4)), PlacedBy.PERSON));
        mirror.accept(journal.lastDelta);
        assertThat(mirror.skeleton()).isSameAs(before);

        journal.report(new CaseEvent.EntitiesRemoved(List.of(node(0))));
        mirror.accept(journal.lastDelta);
        assertThat(mirror.skeleton().indicators()).containsExactly(node(1));
        assertThat(before.indicators()).hasSize(2);
    }

    @Test
    void aStarOfFiftyThousandLeavesComesIsMeasuredAndGoes() {
        var journal = new Journal();
        var mirror = new GraphMirror(journal.graph, Scope.DRAWN);
        journal.act(
                ActionKind.IMPORT,
                "Imported",
                Sketch.star(50_000).arrows().stream()
                        .map(arrow -> Sketch.linked(arrow.key()))
                        .toArray(CaseEvent[]::new));
        GraphDelta came = journal.lastDelta;
        mirror.accept(came);

        assertThat(mirror.linkCount()).isEqualTo(50_000);
        assertThat(mirror.components().count()).isEqualTo(1);
        assertThat(mirror.pageRank().lines()).hasSize(50_001);

        journal.report(new CaseEvent.EntitiesRemoved(came.entitiesAdded().stream()
                .filter(indicator -> !indicator.equals(node(0)))
                .toList()));
        mirror.accept(journal.lastDelta);
        assertThat(mirror.contents().places()).containsOnlyKeys(node(0));
        assertThat(mirror.linkCount()).isZero();
    }

    @Provide
    Arbitrary<Sketch> sketches() {
        return Sketch.arbitrary(9, 16);
    }

    @Provide
    Arbitrary<CaseEvent> events() {
        Arbitrary<Indicator> nodes = Arbitraries.integers().between(0, 7).map(Sketch::node);
        Arbitrary<List<Indicator>> some = nodes.list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Sketch.Arrow> arrows = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 1))
                .as(Sketch.Arrow::new);
        return Arbitraries.oneOf(
                arrows.map(arrow -> Sketch.linked(arrow.key())),
                arrows.map(arrow -> Sketch.linked(arrow.key())),
                nodes.map(Journal::added),
                arrows.map(arrow -> new CaseEvent.LinksRemoved(List.of(arrow.key()))),
                some.map(CaseEvent.EntitiesRemoved::new),
                Combinators.combine(some, Arbitraries.of(true, false)).as(CaseEvent.EntitiesHidden::new),
                Combinators.combine(nodes, some)
                        .as((anchor, members) -> new CaseEvent.EntitiesCollected(anchor, "folded", members)),
                Combinators.combine(nodes, Arbitraries.integers().between(0, 99))
                        .as((n, x) -> new CaseEvent.EntitiesPlaced(List.of(new Placement(n, x, -x)), PlacedBy.PERSON)),
                Combinators.combine(nodes, Arbitraries.of("", "odd")).as(CaseEvent.NoteWritten::new));
    }

    private static void assertEqualsFresh(GraphMirror mirror, Journal journal, Scope scope) {
        var fresh = new GraphMirror(journal.graph, scope);
        assertThat(mirror.contents()).isEqualTo(fresh.contents());
        assertThat(mirror.linkCount()).isEqualTo(fresh.linkCount());
        assertThat(mirror.skeleton().indicators()).isEqualTo(fresh.skeleton().indicators());
        assertThat(mirror.skeleton().links()).isEqualTo(fresh.skeleton().links());
    }
}
