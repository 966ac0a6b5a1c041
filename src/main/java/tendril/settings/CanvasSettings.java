package tendril.settings;

/**
 * What the person wants to see on the canvas besides the graph, and how it answers to the hand. Immutable.
 *
 * @param overview    a small map of the whole graph in a corner
 * @param legend      what the icons and lines mean
 * @param grid        grid lines under the graph; a drag with Shift held snaps to them
 * @param guides      lines that show while dragging what a node stands level with
 * @param fadeByDate  links last seen long ago are paler
 * @param scrollPans  scrolling moves the view, and zooms only with Ctrl held: for touchpads
 * @param sizeBy      what the size of a node tells
 */
public record CanvasSettings(
        boolean overview,
        boolean legend,
        boolean grid,
        boolean guides,
        boolean fadeByDate,
        boolean scrollPans,
        SizeBy sizeBy) {
    /** What holds before anything was chosen. */
    public static final CanvasSettings DEFAULT =
            new CanvasSettings(true, false, false, true, false, false, SizeBy.LINKS);

    public CanvasSettings withOverview(boolean next) {
        return new CanvasSettings(next, legend, grid, guides, fadeByDate, scrollPans, sizeBy);
    }

    public CanvasSettings withLegend(boolean next) {
        return new CanvasSettings(overview, next, grid, guides, fadeByDate, scrollPans, sizeBy);
    }

    public CanvasSettings withGrid(boolean next) {
        return new CanvasSettings(overview, legend, next, guides, fadeByDate, scrollPans, sizeBy);
    }

    public CanvasSettings withGuides(boolean next) {
        return new CanvasSettings(overview, legend, grid, next, fadeByDate, scrollPans, sizeBy);
    }

    public CanvasSettings withFadeByDate(boolean next) {
        return new CanvasSettings(overview, legend, grid, guides, next, scrollPans, sizeBy);
    }

    public CanvasSettings withScrollPans(boolean next) {
        return new CanvasSettings(overview, legend, grid, guides, fadeByDate, next, sizeBy);
    }

    public CanvasSettings withSizeBy(SizeBy next) {
        return new CanvasSettings(overview, legend, grid, guides, fadeByDate, scrollPans, next);
    }
}
