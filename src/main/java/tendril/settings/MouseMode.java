package tendril.settings;

/** What dragging on empty canvas with the left button does. Space, middle and right drag always pan. */
public enum MouseMode {
    /** Draws a selection rectangle, as in Maltego and yEd. */
    SELECT,
    /** Moves the view, as in Gephi and Cytoscape. */
    PAN
}
