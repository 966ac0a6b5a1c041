package tendril.ui.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tendril.graph.Placement;
import tendril.indicator.Indicator;

/**
 * Ways to put nodes in line, or at even distances. A pinned node never moves: if there is one, it says where the line
 * is. Pure.
 */
public enum Alignment {
    LEFT("Align left", 2),
    CENTRE("Align centres in a column", 2),
    RIGHT("Align right", 2),
    TOP("Align top", 2),
    MIDDLE("Align middles in a row", 2),
    BOTTOM("Align bottom", 2),
    ACROSS("Distribute horizontally", 3),
    DOWN("Distribute vertically", 3);

    private final String label;
    private final int nodesMin;

    Alignment(String label, int nodesMin) {
        this.label = label;
        this.nodesMin = nodesMin;
    }

    /**
     * A node as it stands, in world units.
     *
     * @param x      its middle
     * @param y      its middle
     * @param reach  half its width, which is half its height
     * @param pinned whether it must stay
     */
    record Box(Indicator indicator, double x, double y, double reach, boolean pinned) {}

    public String label() {
        return label;
    }

    int nodesMin() {
        return nodesMin;
    }

    /** The line of the history. */
    String title(int nodes) {
        return switch (this) {
            case ACROSS, DOWN -> "Distributed " + nodes + " entities";
            case LEFT, CENTRE, RIGHT, TOP, MIDDLE, BOTTOM -> "Aligned " + nodes + " entities";
        };
    }

    /** New places of those that move; none if there are too few nodes, or all are there already. */
    List<Placement> of(List<Box> boxes) {
        if (boxes.size() < nodesMin) {
            return List.of();
        }
        return switch (this) {
            case LEFT -> inColumn(boxes, box -> box.x() - box.reach(), -1, -1);
            case CENTRE -> inColumn(boxes, Box::x, 0, 0);
            case RIGHT -> inColumn(boxes, box -> box.x() + box.reach(), 1, 1);
            case TOP -> inRow(boxes, box -> box.y() - box.reach(), -1, -1);
            case MIDDLE -> inRow(boxes, Box::y, 0, 0);
            case BOTTOM -> inRow(boxes, box -> box.y() + box.reach(), 1, 1);
            case ACROSS -> spread(boxes, Comparator.comparingDouble(Box::x), true);
            case DOWN -> spread(boxes, Comparator.comparingDouble(Box::y), false);
        };
    }

    private static List<Placement> inColumn(List<Box> boxes, ToDoubleFunction<Box> edge, int outmost, int side) {
        double line = line(boxes, edge, outmost);
        return moved(boxes, box -> line - side * box.reach(), Box::y);
    }

    private static List<Placement> inRow(List<Box> boxes, ToDoubleFunction<Box> edge, int outmost, int side) {
        double line = line(boxes, edge, outmost);
        return moved(boxes, Box::x, box -> line - side * box.reach());
    }

    /** Where the pinned one stands; else the outmost on this side, or half-way between both. */
    private static double line(List<Box> boxes, ToDoubleFunction<Box> edge, int outmost) {
        var statistics = boxes.stream().mapToDouble(edge).summaryStatistics();
        double free = outmost < 0
                ? statistics.getMin()
                : outmost > 0 ? statistics.getMax() : (statistics.getMin() + statistics.getMax()) / 2;
        return boxes.stream().filter(Box::pinned).mapToDouble(edge).findFirst().orElse(free);
    }

    private static List<Placement> spread(List<Box> boxes, Comparator<Box> order, boolean across) {
        List<Box> sorted = boxes.stream().sorted(order).toList();
        ToDoubleFunction<Box> at = across ? Box::x : Box::y;
        double first = at.applyAsDouble(sorted.getFirst());
        double step = (at.applyAsDouble(sorted.getLast()) - first) / (sorted.size() - 1);
        ToDoubleFunction<Box> place = box -> first + step * sorted.indexOf(box);
        return across ? moved(sorted, place, Box::y) : moved(sorted, Box::x, place);
    }

    private static List<Placement> moved(List<Box> boxes, ToDoubleFunction<Box> x, ToDoubleFunction<Box> y) {
        List<Placement> places = new ArrayList<>();
        for (Box box : boxes) {
            double toX = x.applyAsDouble(box);
            double toY = y.applyAsDouble(box);
            if (!box.pinned() && (toX != box.x() || toY != box.y())) {
                places.add(new Placement(box.indicator(), toX, toY));
            }
        }
        return places;
    }
}
