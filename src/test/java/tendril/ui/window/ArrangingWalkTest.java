package tendril.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import tendril.graph.Collection;
import tendril.graph.Entity;
import tendril.graph.LinkKey;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.layout.LayoutKind;
import tendril.settings.SizeBy;
import tendril.ui.canvas.Selection;

/** What a person does to the picture with hand and keys, and that all of it can be taken back to the last bit. */
class ArrangingWalkTest extends WindowWalk {
    private static final int NODES = 25;
    private static final int EXPANDED = 10;
    private static final int COLUMNS = 5;
    private static final double STEP = 130;

    private final List<Indicator> nodes = IntStream.range(0, NODES)
            .mapToObj(i -> new Indicator(IndicatorType.EMAIL, "person" + i + "@mail.example"))
            .toList();

    @Test
    void arrangeTwentyFiveExpandTenLayOutASelectionAndUndoItAll(FxRobot robot) throws Exception {
        robot.interact(this::addInRows);
        Map<Indicator, Place> given = places();

        for (int i = 0; i < NODES; i++) {
            Point2D at = onCanvas(nodes.get(i));
            Point2D to = at.add(7 + i % 3 * 5, 11 - i % 4 * 6);
            robot.interact(() -> drag(at, to, Held.NOTHING));
        }
        Map<Indicator, Place> arranged = places();
        assertThat(arranged).isNotEqualTo(given).hasSize(NODES);
        assertThat(model.undoName().get()).isEqualTo("Undo Moved person24@mail.example");

        for (int i = 0; i < EXPANDED; i++) {
            robot.doubleClickOn(onScreen(nodes.get(2 * i)), MouseButton.PRIMARY);
        }
        assertThat(model.entities().get()).isGreaterThan(NODES + EXPANDED);
        assertThat(places()).as("growth moves nothing").containsAllEntriesOf(arranged);

        robot.interact(() -> model.canvas().select(Selection.of(nodes.subList(0, 12))));
        robot.interact(() -> window.canvas().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        await(() -> model.undoName().get().equals("Undo Organic layout"));
        Map<Indicator, Place> laidOut = places();
        assertThat(nodes.subList(0, 12)).anyMatch(each -> !same(laidOut, arranged, each));
        assertThat(nodes.subList(12, NODES)).allMatch(each -> same(laidOut, arranged, each));

        undoByKey(robot, EXPANDED + 1);
        assertThat(places()).as("back to what was arranged by hand").isEqualTo(arranged);
        undoByKey(robot, NODES);
        assertThat(places()).as("back to what was given").isEqualTo(given);
        assertThat(model.undoName().get()).isEqualTo("Undo Added 25 indicators");
    }

    private static void undoByKey(FxRobot robot, int times) {
        for (int i = 0; i < times; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void makingRoomAndTidyingAreOneStepEach(FxRobot robot) throws Exception {
        robot.interact(this::addInRows);
        Map<Indicator, Place> given = places();
        Indicator middle = nodes.get(12);
        robot.interact(() -> model.canvas().select(Selection.of(List.of(middle))));
        robot.interact(() -> window.canvas().requestFocus());

        robot.push(KeyCode.CONTROL, KeyCode.M);
        await(() -> model.undoName().get().equals("Undo Made room around person12@mail.example"));
        assertThat(same(places(), given, middle)).isTrue();
        assertThat(nodes).filteredOn(each -> !each.equals(middle)).allMatch(each -> !same(places(), given, each));
        undoByKey(robot, 1);
        assertThat(places()).isEqualTo(given);

        Point2D at = onCanvas(middle);
        robot.interact(() -> doubleClick(at));
        Map<Indicator, Place> grown = places();
        robot.push(KeyCode.CONTROL, KeyCode.J);
        await(() -> model.undoName().get().startsWith("Undo Tidied"));
        assertThat(places()).containsAllEntriesOf(given);
        undoByKey(robot, 1);
        assertThat(places()).isEqualTo(grown);
    }

    @Test
    void foldByKeyListByKeyTakeOneOutByKey(FxRobot robot) throws Exception {
        robot.interact(this::addInRows);
        robot.interact(() -> model.canvas().select(Selection.of(nodes.subList(0, 4))));
        robot.interact(() -> window.canvas().requestFocus());

        robot.push(KeyCode.CONTROL, KeyCode.G);
        await(() -> model.session().graph().collections().size() == 1);
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        await(() -> robot.lookup("#collection-list").tryQuery().isPresent());
        robot.write("person2@").push(KeyCode.DOWN).push(KeyCode.ENTER);

        await(() -> members().size() == 3);
        assertThat(members()).doesNotContain(nodes.get(2));
        assertThat(model.canvas().selection().get()).isEqualTo(Selection.of(List.of(nodes.get(2))));
    }

    @Test
    void aLayoutThatCannotTakeSoManyNodesSaysSoAndMovesNothing(FxRobot robot) throws Exception {
        List<Placement> many = IntStream.rangeClosed(0, LayoutKind.SPRING_BOX.nodesMax())
                .mapToObj(i -> new Placement(
                        new Indicator(IndicatorType.DOMAIN, "host" + i + ".example"), i % 80 * 90, i * 1.0))
                .toList();
        robot.interact(() -> model.session()
                .edits()
                .add(many.stream().map(Placement::indicator).toList(), many));
        robot.interact(() -> window.canvas().requestFocus());

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);

        await(() -> robot.lookup(node -> node instanceof Labeled words
                        && String.valueOf(words.getText())
                                .startsWith("SpringBox (GraphStream) takes up to 5,000 nodes, and 5,001"))
                .tryQuery()
                .isPresent());
        assertThat(model.undoName().get()).isEqualTo("Undo Added 5001 indicators");
    }

    @Test
    void sizesTellVotesWhenThatIsWanted(FxRobot robot) throws Exception {
        robot.interact(this::addInRows);
        Point2D at = onCanvas(nodes.get(0));
        robot.interact(() -> doubleClick(at));
        Indicator voted = nodes.get(0);
        double before = radius(voted);

        robot.interact(() -> model.settings()
                .set(model.settings()
                        .get()
                        .withCanvas(model.settings().get().canvas().withSizeBy(SizeBy.VOTES))));

        await(() -> radius(voted) != before);
        assertThat(radius(nodes.get(1))).as("nobody voted").isLessThan(radius(voted));
        robot.interact(() -> model.settings()
                .set(model.settings()
                        .get()
                        .withCanvas(model.settings().get().canvas().withSizeBy(SizeBy.LINKS))));
        await(() -> radius(voted) == before);
    }

    @Test
    void theMenuBarDoesNotTakeTheKeyThatALassoWasDrawnWith(FxRobot robot) {
        robot.interact(this::addInRows);
        Point2D from = onCanvas(nodes.get(0)).add(-30, -30);
        robot.interact(() -> window.canvas().requestFocus());

        robot.press(KeyCode.ALT);
        robot.interact(() -> {
            fire(window.canvas(), MouseEvent.MOUSE_PRESSED, from, 1, Held.ALT);
            fire(window.canvas(), MouseEvent.MOUSE_DRAGGED, from.add(0, 60), 1, Held.ALT);
            fire(window.canvas(), MouseEvent.MOUSE_DRAGGED, from.add(60, 60), 1, Held.ALT);
            fire(window.canvas(), MouseEvent.MOUSE_DRAGGED, from.add(60, 0), 1, Held.ALT);
            fire(window.canvas(), MouseEvent.MOUSE_RELEASED, from.add(60, 0), 1, Held.ALT);
        });
        robot.release(KeyCode.ALT);

        assertThat(model.canvas().selection().get().isEmpty()).isFalse();
        assertThat(menus(robot)).noneMatch(Node::isHover);
        robot.push(KeyCode.ALT);
        assertThat(menus(robot)).as("alone it is the menu's").anyMatch(Node::isHover);
    }

    private static Set<Node> menus(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".menu-bar .menu-button").queryAll();
    }

    @Test
    void aKeyWithAltIsNotTypedIntoTheGraph(FxRobot robot) {
        robot.interact(this::addInRows);
        robot.interact(() -> window.canvas().requestFocus());

        robot.push(KeyCode.ALT, KeyCode.DIGIT1);

        assertThat(robot.lookup(".quick-add.card").tryQuery()).isEmpty();
    }

    private double radius(Indicator indicator) {
        return model.canvas()
                .scene()
                .get()
                .radius(model.canvas().nodes().slotOf(indicator).orElseThrow());
    }

    @Test
    void theOverviewIsThereWhenNotAllIsInViewAndLeadsThere(FxRobot robot) throws Exception {
        robot.interact(this::addInRows);
        Node map = robot.lookup(".overview-map").query();
        assertThat(map.isVisible()).as("everything is in view").isFalse();
        robot.interact(() -> model.canvas().look(model.canvas().camera().get().zoomedAt(0, 0, 4)));
        await(map::isVisible);
        double before = model.canvas().camera().get().centerX();

        robot.interact(() -> fire(map, MouseEvent.MOUSE_PRESSED, new Point2D(190, 70), 1, Held.NOTHING));

        assertThat(model.canvas().camera().get().centerX()).isGreaterThan(before + STEP);
    }

    @Test
    void aCtrlDragFromNodeToNodeAsksForTheWordsAndDrawsALink(FxRobot robot) throws Exception {
        robot.interact(this::addInRows);
        Point2D from = onCanvas(nodes.get(0));
        Point2D to = onCanvas(nodes.get(1));
        robot.interact(() -> drag(from, to, Held.CONTROL));
        await(() -> robot.lookup("#link-label").tryQuery().isPresent());

        robot.push(KeyCode.ENTER);

        await(() -> model.links().get() == 1);
        assertThat(model.session().graph().links())
                .allMatch(link -> link.isDrawnByAnalyst()
                        && link.key().equals(new LinkKey(nodes.get(0), nodes.get(1), "related to")));
    }

    private List<Indicator> members() {
        return model.session().graph().collections().stream()
                .map(Collection::members)
                .flatMap(List::stream)
                .toList();
    }

    private void addInRows() {
        List<Placement> rows = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            rows.add(new Placement(nodes.get(i), i % COLUMNS * STEP, Math.floorDiv(i, COLUMNS) * STEP));
        }
        model.session().edits().add(nodes, rows);
        window.canvas().fitAtOnce();
    }

    /** Where an entity is, to the last bit. */
    private record Place(long x, long y, PlacedBy by) {}

    private Map<Indicator, Place> places() {
        Map<Indicator, Place> places = new TreeMap<>();
        model.session().graph().entities().forEach(entity -> {
            Entity.Place place = entity.place().orElseThrow();
            places.put(
                    entity.indicator(),
                    new Place(
                            Double.doubleToRawLongBits(place.x()), Double.doubleToRawLongBits(place.y()), place.by()));
        });
        return places;
    }

    private static boolean same(Map<Indicator, Place> one, Map<Indicator, Place> two, Indicator at) {
        return one.containsKey(at) && one.get(at).equals(two.get(at));
    }
}
