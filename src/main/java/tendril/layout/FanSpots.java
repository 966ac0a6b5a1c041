package tendril.layout;

/**
 * Free spots around one node, ring after ring outwards, on each ring from the middle of a gap to both sides. Inner
 * rings are used only within the gap, so a fan points away from the rest; once the fan has grown long without finding
 * room, all directions are good.
 */
final class FanSpots {
    /** The share of the gap a fan may fill, so that it stays clear of what borders the gap. */
    private static final double GAP_SHARE = 0.8;

    /** No fan is narrower than this, in radians: a few boxes must fit side by side. */
    private static final double FAN_WIDTH_MIN = Math.PI / 4;

    /** Rings tried in the gap alone without finding one spot, before all directions are tried. */
    private static final int EMPTY_RINGS_MAX = 6;

    private final BoxGrid grid;
    private double centreX;
    private double centreY;
    private double stepAlong;
    private double stepOut;
    private double radius;
    private double middle;
    private double halfWidth;
    private int slot;
    private int slots;
    private int emptyRings;
    private boolean foundOnRing;

    FanSpots(BoxGrid grid) {
        this.grid = grid;
    }

    /** Begins a new fan around a node for children with boxes no larger than {@code child}. */
    void begin(double x, double y, NodeBox parent, NodeBox child, AngularGap gap) {
        centreX = x;
        centreY = y;
        stepAlong = Math.max(child.width(), child.height()) / 2 + Placement.GAP;
        stepOut = Math.max(child.height(), child.width() / 2) + Placement.GAP;
        double clear = Math.max(parent.height(), child.height()) / 2 + Math.max(parent.width(), child.width()) / 2;
        radius = clear + 2 * Placement.GAP;
        middle = gap.middle();
        halfWidth = gap.width() >= AngularGap.FULL ? Math.PI : Math.max(gap.width() * GAP_SHARE, FAN_WIDTH_MIN) / 2;
        emptyRings = 0;
        beginRing();
    }

    private void beginRing() {
        slot = 0;
        slots = 1 + 2 * (int) (halfWidth * radius / stepAlong);
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
            double angle = middle + side * stepAlong / radius;
            double x = centreX + radius * Math.cos(angle);
            double y = centreY + radius * Math.sin(angle);
            if (grid.isFree(x, y, box)) {
                foundOnRing = true;
                return new double[] {x, y};
            }
        }
    }

    private void endRing() {
        emptyRings = foundOnRing ? 0 : emptyRings + 1;
        if (emptyRings >= EMPTY_RINGS_MAX) {
            halfWidth = Math.PI;
        }
        radius += stepOut * (1 + emptyRings / EMPTY_RINGS_MAX);
        beginRing();
    }
}
