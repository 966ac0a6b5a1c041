package tendril.picture.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.Citation;
import tendril.graph.CollectionPlace;
import tendril.graph.Evidence;
import tendril.graph.Flag;
import tendril.graph.Journal;
import tendril.graph.LinkKey;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.indicator.Indicator;

class CaseSceneTest {
    private static final Indicator EVIL = Journal.domain("evil.example");
    private static final Indicator HOST = Journal.ip("198.51.100.7");
    private static final LinkKey RESOLVED = new LinkKey(EVIL, HOST, "resolved to");

    private final Journal journal = new Journal();
    private final CaseScene scene = new CaseScene(journal.graph);

    @Test
    void entitiesAndLinksOfADeltaAppear() {
        act(Journal.added(EVIL), Journal.related(EVIL, HOST, 5), placed(EVIL, 10, 20), placed(HOST, 30, 40));

        var seen = scene.publish();
        int evil = slot(EVIL);
        int host = slot(HOST);
        assertThat(seen.label(evil)).isEqualTo("evil.example");
        assertThat(seen.kind(host)).isEqualTo(NodeKind.IPV4);
        assertThat(seen.x(host)).isEqualTo(30);
        assertThat(seen.y(evil)).isEqualTo(20);
        int link = scene.slotOf(RESOLVED).orElseThrow();
        assertThat(seen.linkFrom(link)).isEqualTo(evil);
        assertThat(seen.linkTo(link)).isEqualTo(host);
        assertThat(seen.linkStyle(link)).isEqualTo(LinkStyle.RESOLVED);
        assertThat(scene.linkAt(link)).contains(RESOLVED);
        assertThat(scene.indicatorAt(evil)).contains(EVIL);
    }

    @Test
    void whatOnlyTheAnalystSaysIsDrawnAsSuch() {
        act(new CaseEvent.LinkAdded(RESOLVED, tendril.indicator.Seen.UNKNOWN, new TreeMap<>(), Citation.ANALYST));

        assertThat(scene.publish().linkStyle(scene.slotOf(RESOLVED).orElseThrow()))
                .isEqualTo(LinkStyle.DRAWN);
    }

    @Test
    void undoingTakesNodesAndLinksAway() {
        act(Journal.added(EVIL));
        long pivot = act(Journal.related(EVIL, HOST, 5));

        journal.undo(pivot);
        scene.apply(journal.lastDelta);

        assertThat(scene.slotOf(HOST)).isEmpty();
        assertThat(scene.slotOf(RESOLVED)).isEmpty();
        assertThat(scene.publish().showsNode(slot(EVIL))).isTrue();
    }

    @Test
    void marksFollowTheFactsAndKeepWhatIsNoFact() {
        act(Journal.added(EVIL));
        scene.live().setMarks(slot(EVIL), Marks.NONE.selected(true).fresh(true));

        act(
                new CaseEvent.EntitiesFlagged(List.of(EVIL), Flag.RED),
                new CaseEvent.NoteWritten(EVIL, "seen before"),
                new CaseEvent.EntitiesPinned(List.of(EVIL), true),
                new CaseEvent.PropertyStated(EVIL, "votes", "-1 (most say malicious)", new Citation(3, "/votes")));

        assertThat(scene.publish().marks(slot(EVIL)))
                .isEqualTo(Marks.NONE
                        .selected(true)
                        .fresh(true)
                        .flag(Flag.RED)
                        .note(true)
                        .pinned(true)
                        .vote(Marks.Vote.MALICIOUS));
    }

    @Test
    void hidingHidesANodeAndShowingBringsItBack() {
        act(Journal.added(EVIL));
        act(new CaseEvent.EntitiesHidden(List.of(EVIL), true));
        assertThat(scene.publish().showsNode(slot(EVIL))).isFalse();

        act(new CaseEvent.EntitiesHidden(List.of(EVIL), false));
        assertThat(scene.publish().showsNode(slot(EVIL))).isTrue();
    }

    @Test
    void aPivotsStateStandsOnItsNode() {
        act(Journal.added(EVIL));
        act(new CaseEvent.PivotAsked(1, "threatcrowd", "ips", EVIL, "key", true, 0, 1));
        assertThat(scene.publish().marks(slot(EVIL)).queue()).isEqualTo(Marks.Queue.QUEUED);

        journal.report(new CaseEvent.PivotStarted(1));
        scene.apply(journal.lastDelta);
        assertThat(scene.publish().marks(slot(EVIL)).queue()).isEqualTo(Marks.Queue.RUNNING);
    }

    @Test
    void membersFoldIntoACollectionThatTakesOverTheirLinks() {
        var leaves = IntStream.range(0, 9)
                .mapToObj(i -> Journal.domain("d" + i + ".example"))
                .toList();
        leaves.forEach(leaf -> act(Journal.related(leaf, HOST, 5)));

        long folded = act(new CaseEvent.EntitiesCollected(HOST, "9 domains", leaves));

        int node = scene.slotOfCollection(folded).orElseThrow();
        var seen = scene.publish();
        assertThat(seen.collected(node)).isEqualTo(9);
        assertThat(seen.label(node)).isEqualTo("9 domains");
        assertThat(seen.marks(node).members()).contains(NodeKind.DOMAIN);
        assertThat(leaves).noneMatch(leaf -> seen.showsNode(slot(leaf)));
        assertThat(seen.degree(slot(HOST))).isEqualTo(1);
        assertThat(scene.collectionAt(node)).contains(folded);

        journal.undo(folded);
        scene.apply(journal.lastDelta);
        assertThat(scene.slotOfCollection(folded)).isEmpty();
        assertThat(scene.publish().degree(slot(HOST))).isEqualTo(9);
    }

    @Test
    void aSceneBuiltAtOnceIsLikeOneThatFollowed() {
        for (int i = 0; i < 30; i++) {
            act(Journal.related(Journal.domain("d" + i % 7 + ".example"), Journal.ip("198.51.100." + i % 5), i));
        }
        act(new CaseEvent.EntitiesPlaced(List.of(new Placement(Journal.domain("d1.example"), 5, 6)), PlacedBy.PERSON));

        var followed = scene.publish();
        var rebuilt = new CaseScene(journal.graph);

        assertThat(journal.graph.entities()).allSatisfy(entity -> {
            int then = slot(entity.indicator());
            int now = rebuilt.slotOf(entity.indicator()).orElseThrow();
            assertThat(rebuilt.publish().radius(now)).isEqualTo(followed.radius(then));
            assertThat(rebuilt.publish().degree(now)).isEqualTo(followed.degree(then));
            assertThat(rebuilt.publish().marks(now)).isEqualTo(followed.marks(then));
        });
    }

    @Test
    void anEntityWithoutAPlaceIsShownBesideItsNeighbour() {
        act(Journal.added(EVIL), placed(EVIL, 5000, 6000));
        act(Journal.related(EVIL, HOST, 5));

        var seen = scene.publish();
        assertThat(Math.hypot(seen.x(slot(HOST)) - 5000, seen.y(slot(HOST)) - 6000))
                .isBetween(50.0, 400.0);
    }

    @Test
    void linksThatOnlyHiddenSourcesStateStepBack() {
        act(kept(5, "threatcrowd"), kept(6, "other"), Journal.related(EVIL, HOST, 5));

        scene.hideSources(Set.of("threatcrowd"));
        assertThat(style()).isEqualTo(LinkStyle.HIDDEN_SOURCE);

        act(Journal.related(EVIL, HOST, 6));
        assertThat(style()).as("another source says so too").isEqualTo(LinkStyle.RESOLVED);

        scene.hideSources(Set.of("threatcrowd", "other"));
        assertThat(style()).isEqualTo(LinkStyle.HIDDEN_SOURCE);
        scene.hideSources(Set.of());
        assertThat(style()).isEqualTo(LinkStyle.RESOLVED);
    }

    @Test
    void sizesTellWhatTheyAreAskedToTell() {
        act(Journal.added(EVIL), Journal.related(EVIL, HOST, 5));

        scene.sizeBy(Optional.of(Map.of(EVIL, 2.0)));

        assertThat(scene.publish().radius(slot(EVIL))).isEqualTo(2 * LiveScene.RADIUS);
        assertThat(scene.publish().radius(slot(HOST))).isEqualTo(LiveScene.RADIUS);
        act(new CaseEvent.NoteWritten(EVIL, "seen"));
        assertThat(scene.publish().radius(slot(EVIL))).isEqualTo(2 * LiveScene.RADIUS);
        scene.sizeBy(Optional.empty());
        assertThat(scene.publish().radius(slot(EVIL))).isEqualTo(LiveScene.RADIUS);
    }

    @Test
    void aCollectionIsWhereItWasPutAndWhereItWasBeforeThatWasUndone() {
        act(Journal.added(EVIL), Journal.related(EVIL, HOST, 5), placed(EVIL, 0, 0), placed(HOST, 100, 40));
        long fold = act(new CaseEvent.EntitiesCollected(EVIL, "1 address", List.of(HOST)));
        int slot = scene.slotOfCollection(fold).orElseThrow();
        assertThat(scene.live().x(slot)).isEqualTo(100);

        long moved = act(new CaseEvent.CollectionsPlaced(List.of(new CollectionPlace(fold, 7, 8))));
        assertThat(scene.live().x(slot)).isEqualTo(7);
        journal.undo(moved);
        scene.apply(journal.lastDelta);

        assertThat(scene.live().x(slot)).isEqualTo(100);
        assertThat(scene.live().y(slot)).isEqualTo(40);
    }

    private LinkStyle style() {
        return scene.publish().linkStyle(scene.slotOf(RESOLVED).orElseThrow());
    }

    private static CaseEvent kept(long id, String provider) {
        return new CaseEvent.EvidenceKept(
                new Evidence(id, provider, "key", "GET", Journal.NOON, 200, "application/json", 2, "00"));
    }

    private long act(CaseEvent... events) {
        long id = journal.act(ActionKind.values()[0], "Something", events);
        scene.apply(journal.lastDelta);
        return id;
    }

    private int slot(Indicator indicator) {
        return scene.slotOf(indicator).orElseThrow();
    }

    private static CaseEvent placed(Indicator indicator, double x, double y) {
        return new CaseEvent.EntitiesPlaced(List.of(new Placement(indicator, x, y)), PlacedBy.LAYOUT);
    }
}
