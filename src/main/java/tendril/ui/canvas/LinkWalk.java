package tendril.ui.canvas;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import tendril.indicator.Indicator;
import tendril.picture.Scene;

/** Walking from entity to entity with the arrow keys: along the link that points most that way. */
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

    /** The entity that a key leads to from the selected one; with nothing selected, the one nearest to the middle. */
    Optional<Indicator> step(Direction direction) {
        Optional<Indicator> from = model.selection().get().entities().stream().reduce((first, last) -> last);
        if (from.isEmpty()) {
            return nearestToMiddle();
        }
        Optional<Integer> at = model.nodes().slotOf(from.get());
        return at.flatMap(slot -> candidates(from.get())
                .filter(other -> off(slot, other, direction) <= ANGLE_MAX)
                .min(Comparator.comparingDouble(other -> cost(slot, other, direction))));
    }

    private Stream<Indicator> candidates(Indicator from) {
        return model.graph().neighbours(from).stream()
                .filter(other -> model.nodes().slotOf(other).isPresent());
    }

    private Optional<Indicator> nearestToMiddle() {
        Scene scene = model.scene().get();
        double x = model.camera().get().centerX();
        double y = model.camera().get().centerY();
        return model.nodes().everything().entities().stream()
                .min(Comparator.comparingDouble(each -> model.nodes()
                        .slotOf(each)
                        .map(slot -> Math.hypot(scene.x(slot) - x, scene.y(slot) - y))
                        .orElse(Double.MAX_VALUE)));
    }

    private double off(int from, Indicator other, Direction direction) {
        Scene scene = model.scene().get();
        int to = model.nodes().slotOf(other).orElse(from);
        double angle = Math.atan2(scene.y(to) - scene.y(from), scene.x(to) - scene.x(from));
        return Math.abs(Math.IEEEremainder(angle - direction.angle, 2 * Math.PI));
    }

    /** Near and straight ahead is cheap. */
    private double cost(int from, Indicator other, Direction direction) {
        Scene scene = model.scene().get();
        int to = model.nodes().slotOf(other).orElse(from);
        double distance = Math.hypot(scene.x(to) - scene.x(from), scene.y(to) - scene.y(from));
        return distance * (1 + 2 * off(from, other, direction));
    }
}
