package tendril.layout;

/**
 * A ring of nodes too many for one circle: circles close to each other that take the nodes in turn, so that each has room
 * for its own. Ten thousand nodes on one circle would need a picture of which nothing can be seen.
 *
 * @param circles how many there are
 * @param inner   the radius of the innermost, world units
 * @param apart   from one circle to the next, world units
 */
record RingBand(int circles, double inner, double apart) {
    /** Several circles are worth it when they make the picture smaller than this share of it. */
    private static final double WORTH = 0.75;

    /**
     * The band that reaches the least far.
     *
     * @param angles of the nodes, ascending, within one full turn
     * @param size   the distance that two nodes need, world units
     * @param inner  what the innermost circle must at least have as its radius
     */
    static RingBand of(double[] angles, double size, double inner) {
        RingBand best = new RingBand(1, Math.max(inner, needed(angles, 1, size)), size);
        double single = best.outer();
        int most = (int) Math.ceil(2 * Math.sqrt(angles.length));
        for (int circles = 2; circles <= most; circles++) {
            RingBand band = new RingBand(circles, Math.max(inner, needed(angles, circles, size)), size);
            if (band.outer() < Math.min(best.outer(), WORTH * single)) {
                best = band;
            }
        }
        return best;
    }

    /** The radius at which nodes on one circle, so many apart in the order, stand no nearer than their size. */
    private static double needed(double[] angles, int circles, double size) {
        int count = angles.length;
        double least = 2 * Math.PI;
        for (int i = 0; i < count; i++) {
            int circle = i % circles;
            int next = i + circles < count ? i + circles : circle;
            if (next != i) {
                double gap = angles[next] - angles[i];
                least = Math.min(least, gap < 0 ? gap + 2 * Math.PI : gap);
            }
        }
        return least >= Math.PI ? size : size / (2 * Math.sin(least / 2));
    }

    /** The radius of the circle of a node by its place in the order. */
    double radius(int place) {
        return inner + place % circles * apart;
    }

    /** The radius of the outermost circle. */
    double outer() {
        return inner + (circles - 1) * apart;
    }
}
