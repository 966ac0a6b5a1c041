package tendril.ui.canvas;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import tendril.graph.CaseGraph;
import tendril.indicator.Indicator;
import tendril.picture.scene.Scene;

/** Walking from node to node with the arrow keys: along the link that points most that way. */
final class LinkWalk {
    /** A neighbour further off the direction than this is not meant, in radians. */
    private static final double ANGLE_MAX = Math.toRadians(80);

    private final CanvasViewModel model;

    LinkWalk(CanvasViewModel model) {
        this.model = model;
    }

    /** Where an arrow key points; y grows downwards. */
    enum Direction {
        LEFT(Math.PI),
        RIGHT(0),
        UP(-Math.PI / 2),
        DOWN(Math.PI / 2);

        private final double angle;

        Direction(double angle) {
            this.angle = angle;
        }
    }

    /** The node that a key leads to from the selected one; with nothing selected, the one nearest to the middle. */
    Optional<CanvasItem> step(Direction direction) {
        Optional<CanvasItem> from = selected();
        if (from.isEmpty()) {
            return nearestToMiddle();
        }
        Optional<Integer> at = model.nodes().slotOf(from.get());
        return at.flatMap(slot -> linkedTo(from.get())
                .filter(other -> off(slot, other, direction) <= ANGLE_MAX)
                .min(Comparator.comparingDouble(other -> cost(slot, other, direction))));
    }

    private Optional<CanvasItem> selected() {
        Selection now = model.selection().get();
        Stream<CanvasItem> collections = now.collections().stream().map(CanvasItem.OfCollection::new);
        Stream<CanvasItem> entities = now.entities().stream().map(CanvasItem.OfEntity::new);
        return Stream.concat(collections, entities).reduce((first, last) -> last);
    }

    /** The nodes one link away; a collection stands for what is folded into it. */
    private Stream<CanvasItem> linkedTo(CanvasItem from) {
        CaseGraph graph = model.graph();
        Stream<Indicator> starts = switch (from) {
            case CanvasItem.OfEntity of -> Stream.of(of.indicator());
            case CanvasItem.OfCollection of ->
                graph.collection(of.id()).stream().flatMap(collection -> collection.members().stream());
        };
        return starts.flatMap(start -> graph.neighbours(start).stream())
                .flatMap(other -> graph.entity(other).stream())
                .<CanvasItem>map(entity -> entity.collection() == 0
                        ? new CanvasItem.OfEntity(entity.indicator())
                        : new CanvasItem.OfCollection(entity.collection()))
                .distinct()
                .filter(item -> !item.equals(from) && model.nodes().slotOf(item).isPresent());
    }

    private Optional<CanvasItem> nearestToMiddle() {
        Scene scene = model.scene().get();
        double x = model.camera().get().centerX();
        double y = model.camera().get().centerY();
        Selection all = model.nodes().everything();
        return Stream.concat(
                        all.entities().stream().<CanvasItem>map(CanvasItem.OfEntity::new),
                        all.collections().stream().<CanvasItem>map(CanvasItem.OfCollection::new))
                .min(Comparator.comparingDouble(each -> model.nodes()
                        .slotOf(each)
                        .map(slot -> Math.hypot(scene.x(slot) - x, scene.y(slot) - y))
                        .orElse(Double.MAX_VALUE)));
    }

    private double off(int from, CanvasItem other, Direction direction) {
        Scene scene = model.scene().get();
        int to = model.nodes().slotOf(other).orElse(from);
        double angle = Math.atan2(scene.y(to) - scene.y(from), scene.x(to) - scene.x(from));
        return Math.abs(Math.IEEEremainder(angle - direction.angle, 2 * Math.PI));
    }

    /** Near and straight ahead is cheap. */
    private double cost(int from, CanvasItem other, Direction direction) {
        Scene scene = model.scene().get();
        int to = model.nodes().slotOf(other).orElse(from);
        double distance = Math.hypot(scene.x(to) - scene.x(from), scene.y(to) - scene.y(from));
        return distance * (1 + 2 * off(from, other, direction));
    }
}
