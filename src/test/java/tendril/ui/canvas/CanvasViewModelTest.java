package tendril.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tendril.graph.Entity;
import tendril.graph.GraphDelta;
import tendril.graph.LinkKey;
import tendril.graph.Moves;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.picture.scene.Bounds;
import tendril.picture.scene.Camera;
import tendril.session.CaseListener;
import tendril.session.CaseSession;
import tendril.session.Edits;
import tendril.ui.InventedSource;
import tendril.ui.PracticeCase;

class CanvasViewModelTest {
    private static final Indicator LEFT = domain("left.example");
    private static final Indicator RIGHT = domain("right.example");
    private static final Indicator BELOW = domain("below.example");

    private final CaseSession session =
            PracticeCase.open(new InventedSource(), new ArrayDeque<Runnable>()::add, Runnable::run);
    private final CanvasViewModel canvas = new CanvasViewModel();

    @BeforeEach
    void threeNodesInAView() {
        canvas.show(session.graph());
        session.listen(new CaseListener() {
            @Override
            public void changed(GraphDelta delta) {
                canvas.apply(delta);
            }
        });
        canvas.look(Camera.ofSize(800, 600));
        session.edits()
                .add(
                        List.of(LEFT, RIGHT, BELOW),
                        List.of(
                                new Placement(LEFT, -100, 0),
                                new Placement(RIGHT, 100, 0),
                                new Placement(BELOW, 0, 200)));
        session.edits().link(LEFT, RIGHT, "points to");
    }

    @Test
    void aClickSelectsWhatIsUnderIt() {
        canvas.click(300, 300, false);
        assertThat(canvas.selection().get().entities()).containsExactly(LEFT);

        canvas.click(500, 300, true);
        assertThat(canvas.selection().get().entities()).containsExactly(LEFT, RIGHT);

        canvas.click(500, 300, true);
        assertThat(canvas.selection().get().entities()).containsExactly(LEFT);

        canvas.click(20, 20, false);
        assertThat(canvas.selection().get().isEmpty()).isTrue();
    }

    @Test
    void aClickOnALineSelectsItsLinks() {
        canvas.click(400, 300, false);

        assertThat(canvas.selection().get().links()).containsExactly(new LinkKey(LEFT, RIGHT, "points to"));
    }

    @Test
    void aRectangleAddsToWhatWasSelected() {
        canvas.selectIn(new Bounds(250, 250, 350, 350), Selection.of(List.of(BELOW)));

        assertThat(canvas.selection().get().entities()).containsExactly(BELOW, LEFT);
    }

    @Test
    void invertingTwiceIsNothing() {
        canvas.select(Selection.of(List.of(LEFT)));
        canvas.invertSelection();
        assertThat(canvas.selection().get().entities()).containsExactlyInAnyOrder(RIGHT, BELOW);

        canvas.invertSelection();
        assertThat(canvas.selection().get().entities()).containsExactly(LEFT);
    }

    @Test
    void aDragShowsAtOnceAndWritesOnlyWhenLetGo() {
        canvas.click(300, 300, false);
        NodeMove move = canvas.beginMove(-1);

        move.by(40, -10);

        assertThat(move.moves().entities()).containsExactly(new Placement(LEFT, -60, -10));
        assertThat(placeOf(LEFT)).isEqualTo(-100);
        move.cancel();
        assertThat(canvas.placesOf(Set.of(LEFT))).containsExactly(new Placement(LEFT, -100, 0));
    }

    @Test
    void whatIsRemovedIsSelectedNoMore() {
        canvas.selectAll();

        session.edits().remove(List.of(RIGHT), List.of());

        assertThat(canvas.selection().get().entities()).containsExactlyInAnyOrder(LEFT, BELOW);
    }

    @Test
    void whatIsHiddenIsNeitherSelectedNorHit() {
        canvas.selectAll();

        session.edits().hide(List.of(RIGHT), true);

        assertThat(canvas.selection().get().entities()).doesNotContain(RIGHT);
        assertThat(canvas.nodeAt(500, 300)).isEmpty();
    }

    @Test
    void fittingShowsEveryNode() {
        session.edits().place(Moves.of(List.of(new Placement(BELOW, 5000, -4000))));

        canvas.look(canvas.fitted());

        assertThat(List.of(LEFT, RIGHT, BELOW)).allMatch(canvas::isSeen);
    }

    @Test
    void arrowKeysWalkAlongLinks() {
        canvas.select(Selection.of(List.of(LEFT)));
        var walk = new LinkWalk(canvas);

        assertThat(walk.step(LinkWalk.Direction.RIGHT)).contains(new CanvasItem.OfEntity(RIGHT));
        assertThat(walk.step(LinkWalk.Direction.LEFT)).isEmpty();
        assertThat(walk.step(LinkWalk.Direction.DOWN)).isEmpty();
    }

    @Test
    void arrowKeysWalkIntoACollectionAndOut() {
        long fold = session.edits().fold(List.of(new Edits.Folding(LEFT, List.of(RIGHT))), made -> List.of());
        canvas.select(Selection.of(List.of(LEFT)));
        var walk = new LinkWalk(canvas);
        assertThat(walk.step(LinkWalk.Direction.RIGHT)).contains(new CanvasItem.OfCollection(fold));

        canvas.select(new Selection(Set.of(), Set.of(fold), List.of()));
        assertThat(walk.step(LinkWalk.Direction.LEFT)).contains(new CanvasItem.OfEntity(LEFT));
    }

    @Test
    void hoveringTellsNodesFromLinesFromNothing() {
        canvas.point(300, 300);
        assertThat(canvas.hover().get()).isEqualTo(new Hover.OverNode(new CanvasItem.OfEntity(LEFT)));
        canvas.point(400, 300);
        assertThat(canvas.hover().get()).isInstanceOf(Hover.OverLinks.class);
        canvas.point(10, 10);
        assertThat(canvas.hover().get()).isEqualTo(Hover.NOTHING);
    }

    private double placeOf(Indicator indicator) {
        return session.graph()
                .entity(indicator)
                .flatMap(Entity::place)
                .orElseThrow()
                .x();
    }

    private static Indicator domain(String value) {
        return new Indicator(IndicatorType.DOMAIN, value);
    }
}
