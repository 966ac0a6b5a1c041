package tendril.ui.canvas;

import java.util.List;
import tendril.graph.Moves;
import tendril.indicator.Indicator;

/** What gestures on the canvas ask for. The canvas itself changes nothing in the case. Confined to the case thread. */
public interface CanvasActions {
    /** Asks everything about these entities. */
    void expand(List<Indicator> entities);

    /** Somebody dragged these there; one step of the history. */
    void place(Moves moves);

    /**
     * Somebody dragged a line from one entity to another.
     *
     * @param viewX where it ended, in canvas pixels
     * @param viewY likewise
     */
    void link(Indicator from, Indicator to, double viewX, double viewY);

    /** Somebody dropped these onto a collection. */
    void addToCollection(long id, List<Indicator> entities);

    /** Pins what is selected, or lets it go. */
    void togglePin();

    /** Opens a collection in place. */
    void openCollection(long id);

    /** Shows what stands behind the selection. */
    void showEvidence();

    /**
     * Shows the menu of the selection, or of the canvas when nothing is selected.
     *
     * @param viewX where, in canvas pixels
     * @param viewY where, in canvas pixels
     */
    void showMenu(double viewX, double viewY);

    /**
     * Somebody typed on the canvas.
     *
     * @param text  what was typed so far
     * @param viewX where the pointer is, in canvas pixels
     * @param viewY where the pointer is, in canvas pixels
     */
    void typed(String text, double viewX, double viewY);
}
