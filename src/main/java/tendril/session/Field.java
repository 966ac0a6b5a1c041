package tendril.session;

import java.util.ArrayList;
import java.util.List;
import tendril.graph.CaseGraph;
import tendril.graph.Entity;
import tendril.graph.Placement;
import tendril.indicator.Indicator;

/** Places for very many at once: a field on a sunflower spiral, in world units. Pure. */
final class Field {
    private static final double GOLDEN_ANGLE_RADIANS = Math.PI * (3 - Math.sqrt(5));

    /** Between the members of a collection once it is opened. */
    private static final double MEMBER_DISTANCE = 70;

    /** Between nodes that are drawn with their labels: these are wider than high. */
    private static final double ACROSS = 150;

    private static final double DOWN = 70;
    private static final double MARGIN = 300;

    private Field() {}

    /** A round field around a place, the first in its middle. */
    static List<Placement> around(Entity.Place centre, List<Indicator> members) {
        return spiral(centre.x(), centre.y(), MEMBER_DISTANCE, MEMBER_DISTANCE, members);
    }

    /** A field to the right of everything that is there, so that it covers nothing. */
    static List<Placement> beside(CaseGraph graph, List<Indicator> wanted) {
        double right = 0;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Entity entity : graph.entities().toList()) {
            if (entity.place().isPresent()) {
                Entity.Place place = entity.place().get();
                right = Math.max(right, place.x());
                top = Math.min(top, place.y());
                bottom = Math.max(bottom, place.y());
            }
        }
        double middle = top <= bottom ? (top + bottom) / 2 : 0;
        double reach = ACROSS * Math.sqrt(wanted.size());
        return spiral(right + MARGIN + reach, middle, ACROSS, DOWN, wanted);
    }

    private static List<Placement> spiral(double x, double y, double across, double down, List<Indicator> members) {
        List<Placement> places = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            double radius = Math.sqrt(i);
            places.add(new Placement(
                    members.get(i),
                    x + across * radius * Math.cos(i * GOLDEN_ANGLE_RADIANS),
                    y + down * radius * Math.sin(i * GOLDEN_ANGLE_RADIANS)));
        }
        return places;
    }
}
