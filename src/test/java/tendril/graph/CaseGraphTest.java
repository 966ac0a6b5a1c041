package tendril.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static tendril.graph.Journal.added;
import static tendril.graph.Journal.contents;
import static tendril.graph.Journal.domain;
import static tendril.graph.Journal.ip;
import static tendril.graph.Journal.related;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tendril.indicator.Indicator;
import tendril.indicator.Seen;

class CaseGraphTest {
    private final Journal journal = new Journal();
    private final CaseGraph graph = journal.graph;
    private final Indicator a = domain("a.example");
    private final Indicator b = ip("192.0.2.1");
    private final Indicator c = ip("192.0.2.2");

    @Test
    void aLinkSupportsBothItsEnds() {
        journal.act(ActionKind.PIVOT, "Expanded a", related(a, b, 1));

        assertThat(graph.contains(a)).isTrue();
        assertThat(graph.contains(b)).isTrue();
        assertThat(graph.neighbours(a)).containsExactly(b);
        assertThat(journal.lastDelta.entitiesAdded()).containsExactlyInAnyOrder(a, b);
        assertThat(journal.lastDelta.linksAdded()).hasSize(1);
    }

    @Test
    void undoingAPivotTakesOnlyWhatNothingElseSupports() {
        journal.act(ActionKind.ADD, "Added a", added(a));
        long first = journal.act(ActionKind.PIVOT, "first", related(a, b, 1), related(a, c, 1));
        journal.act(ActionKind.PIVOT, "second", related(a, b, 2));

        journal.undo(first);

        assertThat(graph.contains(a)).isTrue();
        assertThat(graph.contains(b)).isTrue();
        assertThat(graph.contains(c)).isFalse();
        assertThat(journal.lastDelta.entitiesRemoved()).containsExactly(c);
        assertThat(graph.links()).extracting(Link::key).containsExactly(new LinkKey(a, b, "resolved to"));
    }

    @Test
    void redoBringsBackWhatUndoTook() {
        journal.act(ActionKind.ADD, "Added a", added(a));
        long pivot = journal.act(
                ActionKind.PIVOT,
                "pivot",
                related(a, b, 1),
                new CaseEvent.EntitiesPlaced(List.of(new Placement(b, 3, 4)), PlacedBy.GROWTH));
        var before = contents(graph);

        journal.undo(pivot);
        journal.redo(pivot);

        assertThat(contents(graph)).isEqualTo(before);
    }

    @Test
    void whatIsRemovedComesBackOnlyThroughNewSupport() {
        journal.act(ActionKind.PIVOT, "pivot", related(a, b, 1));
        journal.act(ActionKind.REMOVE, "Removed b", new CaseEvent.EntitiesRemoved(List.of(b)));
        assertThat(graph.contains(b)).isFalse();
        assertThat(graph.linkCount()).isZero();

        journal.act(ActionKind.ADD, "Added b", added(b));

        assertThat(graph.contains(b)).isTrue();
        assertThat(graph.linkCount())
                .as("the old link was removed with its end")
                .isZero();
    }

    @Test
    void undoingARemovalBringsTheLinksBackToo() {
        journal.act(ActionKind.PIVOT, "pivot", related(a, b, 1));
        long removal = journal.act(ActionKind.REMOVE, "Removed b", new CaseEvent.EntitiesRemoved(List.of(b)));

        journal.undo(removal);

        assertThat(graph.linkCount()).isEqualTo(1);
        assertThat(journal.lastDelta.linksAdded()).hasSize(1);
    }

    @Test
    void aMoveIsReportedAsAMoveAndUndoneToTheOldPlace() {
        journal.act(
                ActionKind.ADD,
                "Added a",
                added(a),
                new CaseEvent.EntitiesPlaced(List.of(new Placement(a, 1, 2)), PlacedBy.GROWTH));
        long move = journal.act(
                ActionKind.MOVE,
                "Moved a",
                new CaseEvent.EntitiesPlaced(List.of(new Placement(a, 50, 60)), PlacedBy.PERSON));
        assertThat(journal.lastDelta.entitiesMoved()).containsExactly(a);
        assertThat(journal.lastDelta.entitiesChanged()).isEmpty();

        journal.undo(move);

        assertThat(graph.entity(a).orElseThrow().place()).contains(new Entity.Place(1, 2, PlacedBy.GROWTH));
    }

    @Test
    void differingValuesOfAPropertyStandSideBySideWithTheirEvidence() {
        journal.act(
                ActionKind.PIVOT,
                "pivot",
                added(a),
                new CaseEvent.PropertyStated(a, "votes", "-1", new Citation(1, "/votes")),
                new CaseEvent.PropertyStated(a, "votes", "1", new Citation(2, "/votes")));

        assertThat(graph.entity(a).orElseThrow().properties())
                .containsExactly(
                        new Property("votes", "-1", List.of(new Citation(1, "/votes"))),
                        new Property("votes", "1", List.of(new Citation(2, "/votes"))));
    }

    @Test
    void aLinkIsAsOldAndAsNewAsItsSourcesSayTogether() {
        var key = new LinkKey(a, b, "resolved to");
        var early = LocalDate.of(2013, 9, 3);
        var late = LocalDate.of(2015, 5, 12);
        journal.act(
                ActionKind.PIVOT,
                "pivot",
                new CaseEvent.LinkAdded(key, Seen.lastOn(late), new TreeMap<>(), new Citation(1, "")),
                new CaseEvent.LinkAdded(
                        key,
                        new Seen(Optional.of(early), Optional.of(early)),
                        Collections.emptySortedMap(),
                        new Citation(2, "")));

        assertThat(graph.link(key).orElseThrow().seen()).isEqualTo(new Seen(Optional.of(early), Optional.of(late)));
        assertThat(graph.link(key).orElseThrow().supports()).hasSize(2);
    }

    @Test
    void oneActionMayFoldSeveralCollectionsAndIsUndoneAsOne() {
        journal.act(ActionKind.PIVOT, "pivot", related(a, b, 1), related(a, c, 1));
        long fold = journal.act(
                ActionKind.COLLECT,
                "Folded",
                new CaseEvent.EntitiesCollected(a, "1 address", List.of(b)),
                new CaseEvent.EntitiesCollected(a, "1 domain", List.of(c)));

        assertThat(graph.collections()).extracting(Collection::members).containsExactly(List.of(b), List.of(c));
        assertThat(graph.collections()).extracting(Collection::id).doesNotHaveDuplicates();

        journal.undo(fold);
        assertThat(graph.collections()).isEmpty();
    }

    @Test
    void aCollectionStandsWhereItWasPutLast() {
        journal.act(ActionKind.PIVOT, "pivot", related(a, b, 1), related(a, c, 1));
        long fold = journal.act(
                ActionKind.COLLECT, "Folded", new CaseEvent.EntitiesCollected(a, "2 addresses", List.of(b, c)));
        journal.act(
                ActionKind.MOVE, "Moved", new CaseEvent.CollectionsPlaced(List.of(new CollectionPlace(fold, 3, 4))));
        long second = journal.act(
                ActionKind.MOVE, "Moved", new CaseEvent.CollectionsPlaced(List.of(new CollectionPlace(fold, 5, 6))));

        assertThat(graph.collection(fold).flatMap(Collection::place)).contains(new Collection.Spot(5, 6));
        journal.undo(second);
        assertThat(graph.collection(fold).flatMap(Collection::place)).contains(new Collection.Spot(3, 4));
    }

    @Test
    void aNamedSelectionIsWhatItsNameStoodForLast() {
        journal.act(ActionKind.PIVOT, "pivot", related(a, b, 1), related(a, c, 1));
        journal.act(ActionKind.EDIT, "Saved", new CaseEvent.SelectionNamed("hosts", List.of(a, b)));
        long second = journal.act(ActionKind.EDIT, "Saved", new CaseEvent.SelectionNamed("hosts", List.of(c)));
        assertThat(graph.selections()).containsExactly(Map.entry("hosts", List.of(c)));

        journal.undo(second);
        assertThat(graph.selections()).containsExactly(Map.entry("hosts", List.of(a, b)));

        journal.act(ActionKind.EDIT, "Forgot", new CaseEvent.SelectionNamed("hosts", List.of()));
        assertThat(graph.selections()).isEmpty();
    }

    @Test
    void membersOfACollectionAreNotDrawnUntilItIsOpened() {
        journal.act(ActionKind.PIVOT, "pivot", related(a, b, 1), related(a, c, 1));
        long fold = journal.act(
                ActionKind.COLLECT, "Folded", new CaseEvent.EntitiesCollected(a, "2 addresses", List.of(b, c)));
        assertThat(graph.entity(b).orElseThrow().isDrawn()).isFalse();
        assertThat(graph.collections())
                .containsExactly(new tendril.graph.Collection(fold, a, "2 addresses", List.of(b, c), Optional.empty()));

        journal.act(ActionKind.COLLECT, "Took b out", new CaseEvent.CollectionOpened(fold, List.of(b)));
        assertThat(graph.entity(b).orElseThrow().isDrawn()).isTrue();
        assertThat(graph.collection(fold).orElseThrow().members()).containsExactly(c);

        journal.undo(fold);
        assertThat(graph.entity(c).orElseThrow().isDrawn()).isTrue();
        assertThat(graph.collections()).isEmpty();
    }

    @Test
    void anEntityIsAtLeastAsProtectedAsItsCase() {
        journal.act(ActionKind.ADD, "Added", added(a), added(b));
        journal.act(
                ActionKind.EDIT,
                "Case is amber",
                new CaseEvent.HandlingSet(Optional.empty(), new Handling(Handling.Tlp.AMBER, Handling.Pap.UNSET)));
        journal.act(
                ActionKind.EDIT,
                "a is red",
                new CaseEvent.HandlingSet(Optional.of(a), new Handling(Handling.Tlp.RED, Handling.Pap.UNSET)));

        assertThat(graph.handlingOf(a).tlp()).isEqualTo(Handling.Tlp.RED);
        assertThat(graph.handlingOf(b).tlp()).isEqualTo(Handling.Tlp.AMBER);
    }

    @Test
    void theLinearWayUndoesTheNewestAndRedoesUntilSomethingNewIsDone() {
        long first = journal.act(ActionKind.ADD, "first", added(a));
        long second = journal.act(ActionKind.ADD, "second", added(b));
        assertThat(graph.toUndo().orElseThrow().id()).isEqualTo(second);

        journal.undo(second);
        assertThat(graph.toUndo().orElseThrow().id()).isEqualTo(first);
        assertThat(graph.toRedo().orElseThrow().id()).isEqualTo(second);

        journal.act(ActionKind.ADD, "third", added(c));
        assertThat(graph.toRedo()).isEmpty();
    }

    @Test
    void aRequestGoesThroughItsStates() {
        journal.act(
                ActionKind.PIVOT, "ask", new CaseEvent.PivotAsked(1, "threatcrowd", "domain", a, "k1", true, 0, 10));
        journal.act(ActionKind.PIVOT, "ask", new CaseEvent.PivotAsked(2, "threatcrowd", "ip", b, "k2", false, 0, 20));
        journal.report(new CaseEvent.PivotsMoved(List.of(new CaseEvent.Rank(2, 5))));
        assertThat(graph.request(2).orElseThrow().rank()).isEqualTo(5);

        journal.report(new CaseEvent.PivotStarted(1));
        assertThat(graph.request(1).orElseThrow().state()).isEqualTo(Request.State.STARTED);

        journal.report(new CaseEvent.PivotSettled(1, Settlement.FOUND, 7, 4, 0, "4 results"));
        var request = graph.request(1).orElseThrow();
        assertThat(request.state()).isEqualTo(Request.State.FOUND);
        assertThat(request.evidence()).isEqualTo(7);
        assertThat(journal.lastDelta.requests()).containsExactly(1L);
    }

    @Test
    void previewNamesWhatOnlyThisActionSupports() {
        long first = journal.act(ActionKind.PIVOT, "first", related(a, b, 1), related(a, c, 1));
        journal.act(ActionKind.PIVOT, "second", related(a, b, 2));

        assertThat(graph.onlySupportedBy(first)).containsExactly(c);
        assertThat(graph.touchedBy(first)).containsExactlyInAnyOrder(a, b, c);
    }
}
