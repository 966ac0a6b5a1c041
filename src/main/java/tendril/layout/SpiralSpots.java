package tendril.layout;

/**
 * Free spots around a point, nearest first, along a square spiral of box-sized steps. Never offers a spot twice, so a
 * thousand loose nodes cost one walk.
 */
final class SpiralSpots {
    private final BoxGrid grid;
    private final double centreX;
    private final double centreY;
    private final double margin;
    private double stepX;
    private double stepY;
    private int column;
    private int row;
    private int directionX = 1;
    private int directionY;
    private int legLength = 1;
    private int legDone;
    private int legs;

    /** Spots with the given margin of free room around each box. */
    SpiralSpots(BoxGrid grid, double centreX, double centreY, double margin) {
        this.grid = grid;
        this.centreX = withinWorld(centreX);
        this.centreY = withinWorld(centreY);
        this.margin = margin;
    }

    private static double withinWorld(double coordinate) {
        return Double.isNaN(coordinate) ? 0 : Math.clamp(coordinate, -Placement.WORLD_MAX, Placement.WORLD_MAX);
    }

    /** The next free spot for a box. */
    double[] next(NodeBox box) {
        if (stepX == 0) {
            stepX = box.width() + 3 * Placement.GAP + margin;
            stepY = box.height() + 3 * Placement.GAP + margin;
        }
        NodeBox roomy = new NodeBox(box.halfWidth() + margin, box.above() + margin, box.below() + margin);
        while (true) {
            double x = centreX + column * stepX;
            double y = centreY + row * stepY;
            advance();
            if (grid.isFree(x, y, roomy)) {
                return new double[] {x, y};
            }
        }
    }

    private void advance() {
        column += directionX;
        row += directionY;
        if (++legDone == legLength) {
            legDone = 0;
            int turned = directionX;
            directionX = -directionY;
            directionY = turned;
            if (++legs % 2 == 0) {
                legLength++;
            }
        }
    }
}
