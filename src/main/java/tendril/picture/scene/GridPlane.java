package tendril.picture.scene;

/**
 * A rectangle of the world cut into even cells. Coordinates outside belong to the nearest border cell.
 *
 * @param bounds  what is cut
 * @param columns cells in a row
 * @param rows    cells in a column
 * @param perX    columns per world unit
 * @param perY    rows per world unit
 */
record GridPlane(Bounds bounds, int columns, int rows, double perX, double perY) {
    /** Cuts the rectangle into about as many cells, as square as they can be. */
    static GridPlane over(Bounds bounds, int cellsWanted, int perSideMax) {
        double width = Math.max(1, bounds.width());
        double height = Math.max(1, bounds.height());
        double side = Math.sqrt(width * height / Math.max(1, cellsWanted));
        int columns = (int) Math.clamp(Math.round(width / side), 1L, perSideMax);
        int rows = (int) Math.clamp(Math.round(height / side), 1L, perSideMax);
        return new GridPlane(bounds, columns, rows, columns / width, rows / height);
    }

    int cells() {
        return columns * rows;
    }

    int column(double x) {
        return (int) Math.clamp((x - bounds.left()) * perX, 0, columns - 1);
    }

    int row(double y) {
        return (int) Math.clamp((y - bounds.top()) * perY, 0, rows - 1);
    }
}
