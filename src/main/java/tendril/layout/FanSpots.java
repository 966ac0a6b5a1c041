package tendril.layout;

/**
 * Free spots around one node, ring after ring outwards, on each ring from the middle of a gap to both sides. Inner
 * rings are used only within the gap, so a fan points away from the rest; once the fan has grown long without finding
 * room, all directions are good.
 *
 * <p>A few children stand on one ring at even distances, as far as one ring holds them, and none stands behind another
 * as seen from the parent, so that every link can be told from the others.
 */
final class FanSpots {
    /** The share of the gap a fan may fill, so that it stays clear of what borders the gap. */
    private static final double GAP_SHARE = 0.8;

    /** No fan is narrower than this, in radians: a few boxes must fit side by side. */
    private static final double FAN_WIDTH_MIN = Math.PI / 4;

    /** Up to so many children are spread evenly and kept out of each other's line. */
    private static final int FEW_CHILDREN_MAX = 24;

    /** How much wider than the narrowest ring the ring of a few children may be. */
    private static final double EVEN_RING_MAX = 3.2;

    /** How far a link stays from a sibling it passes, in world units: the sibling's icon and a little room. */
    private static final double PASSING_DISTANCE = 24;

    /** Rings tried in the gap alone without finding one spot, before all directions are tried. */
    private static final int EMPTY_RINGS_MAX = 6;

    private final BoxGrid grid;
    private double centreX;
    private double centreY;
    private double stepAlong;
    private double stepOut;
    private double ringStep;
    private double radius;
    private double middle;
    private double halfWidth;
    private int slot;
    private int slots;
    private int emptyRings;
    private boolean foundOnRing;
    private boolean few;
    private final double[] takenAngle = new double[FEW_CHILDREN_MAX];
    private final double[] takenRadius = new double[FEW_CHILDREN_MAX];
    private int taken;

    FanSpots(BoxGrid grid) {
        this.grid = grid;
    }

    /** Begins a new fan around a node for so many children, with boxes no larger than {@code child}. */
    void begin(double x, double y, NodeBox parent, NodeBox child, AngularGap gap, int children) {
        centreX = x;
        centreY = y;
        stepAlong = Math.max(child.width(), child.height()) / 2 + Placement.GAP;
        stepOut = Math.max(child.height(), child.width() / 2) + Placement.GAP;
        double clear = Math.max(parent.height(), child.height()) / 2 + Math.max(parent.width(), child.width()) / 2;
        radius = clear + 2 * Placement.GAP;
        middle = gap.middle();
        halfWidth = gap.width() >= AngularGap.FULL ? Math.PI : Math.max(gap.width() * GAP_SHARE, FAN_WIDTH_MIN) / 2;
        emptyRings = 0;
        few = children <= FEW_CHILDREN_MAX;
        taken = 0;
        if (few) {
            double narrowest = radius;
            double wanted = children * 2 * stepAlong / (2 * halfWidth);
            radius = Math.clamp(wanted, narrowest, narrowest * EVEN_RING_MAX);
            beginRing(Math.max(stepAlong, 2 * halfWidth * radius / children));
        } else {
            beginRing(stepAlong);
        }
    }

    private void beginRing(double step) {
        ringStep = step;
        slot = 0;
        slots = 1 + 2 * (int) (halfWidth * radius / step);
        foundOnRing = false;
    }

    /** The next free spot for a box. Spots passed over are not offered again during this fan. */
    double[] next(NodeBox box) {
        while (true) {
            if (slot >= slots) {
                endRing();
            }
            // 0, +1, -1, +2, -2 … steps from the middle
            int side = (slot + 1) / 2 * (slot % 2 == 0 ? -1 : 1);
            slot++;
            double angle = middle + side * ringStep / radius;
            double x = centreX + radius * Math.cos(angle);
            double y = centreY + radius * Math.sin(angle);
            if (!isBehindSibling(angle) && grid.isFree(x, y, box)) {
                foundOnRing = true;
                take(angle);
                return new double[] {x, y};
            }
        }
    }

    private boolean isBehindSibling(double angle) {
        for (int i = 0; i < taken; i++) {
            double apart = Math.abs(Math.IEEEremainder(angle - takenAngle[i], AngularGap.FULL));
            if (takenRadius[i] < radius && apart * takenRadius[i] < PASSING_DISTANCE) {
                return true;
            }
        }
        return false;
    }

    private void take(double angle) {
        if (few && taken < FEW_CHILDREN_MAX) {
            takenAngle[taken] = angle;
            takenRadius[taken++] = radius;
        }
    }

    private void endRing() {
        emptyRings = foundOnRing ? 0 : emptyRings + 1;
        if (emptyRings >= EMPTY_RINGS_MAX) {
            halfWidth = Math.PI;
        }
        radius += stepOut * (1 + emptyRings / EMPTY_RINGS_MAX);
        beginRing(stepAlong);
    }
}
