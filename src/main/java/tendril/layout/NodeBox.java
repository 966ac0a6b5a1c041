package tendril.layout;

/**
 * The room one node takes on the canvas, its label included, in world units around the node's position. The label sits
 * under the node, so a box reaches further down than up.
 *
 * @param halfWidth to the left and to the right of the position
 * @param above     upwards (towards smaller y)
 * @param below     downwards, label included
 */
public record NodeBox(double halfWidth, double above, double below) {

    /** A node with a label of usual length under it. */
    public static final NodeBox STANDARD = new NodeBox(64, 20, 36);

    /** A node of no extent, for pictures where overlap does not matter. */
    public static final NodeBox POINT = new NodeBox(0, 0, 0);

    /** Refuses an extent that is negative or not a finite number. */
    public NodeBox {
        if (!(isExtent(halfWidth) && isExtent(above) && isExtent(below))) {
            throw new IllegalArgumentException("A node's box needs finite extents of 0 or more, not " + halfWidth + ", "
                    + above + ", " + below + ".");
        }
    }

    private static boolean isExtent(double value) {
        return value >= 0 && value < Double.POSITIVE_INFINITY;
    }

    /** The height of the whole box. */
    public double height() {
        return above + below;
    }

    /** The width of the whole box. */
    public double width() {
        return 2 * halfWidth;
    }
}
