package tendril.ui.canvas;

import tendril.indicator.Indicator;

/** What a node on the canvas stands for. Immutable. */
public sealed interface CanvasItem {
    /** One entity. */
    record OfEntity(Indicator indicator) implements CanvasItem {}

    /**
     * Many entities folded into one node.
     *
     * @param id the collection's number in the case
     */
    record OfCollection(long id) implements CanvasItem {}
}
