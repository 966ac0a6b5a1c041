package tendril.layout;

import java.util.BitSet;

/**
 * What a whole picture does to one node by its repulsion, smoothed: a push away from the middle that grows with the
 * distance from it, less what {@link Multilevel} lets the confining field balance. By the virial theorem it is M² / 2 Σ m r²
 * for each unit of mass, of distance and of repulsion.
 *
 * @param x        the middle, in units of the forces
 * @param y        the middle
 * @param strength of the push for one unit of distance
 */
record FarField(float x, float y, float strength) {
    /** The share of it that counts: the near part is summed node by node and must not count twice. */
    private static final double SHARE = 0.5;

    static final FarField NONE = new FarField(0, 0, 0);

    /** The field of the nodes that stand in a picture, which is then measured from an origin in units. */
    static FarField of(
            LayoutGraph graph, Positions places, BitSet standing, double originX, double originY, double unit) {
        double total = 0;
        double sumX = 0;
        double sumY = 0;
        double squares = 0;
        for (int node = standing.nextSetBit(0); node >= 0; node = standing.nextSetBit(node + 1)) {
            double dx = (places.x(node) - originX) / unit;
            double dy = (places.y(node) - originY) / unit;
            if (Math.abs(dx) < Placement.WORLD_MAX && Math.abs(dy) < Placement.WORLD_MAX) {
                double mass = 1 + graph.neighbours().degree(node);
                total += mass;
                sumX += mass * dx;
                sumY += mass * dy;
                squares += mass * (dx * dx + dy * dy);
            }
        }
        if (total == 0) {
            return NONE;
        }
        double middleX = sumX / total;
        double middleY = sumY / total;
        double spread = squares - total * (middleX * middleX + middleY * middleY);
        double strength = SHARE * (1 - Multilevel.CONFINEMENT) * total * total / (2 * spread);
        return spread > 0 ? new FarField((float) middleX, (float) middleY, (float) strength) : NONE;
    }
}
