package tendril.picture.scene;

/** How a link is drawn, by where it comes from. The later in this list, the more it says when links are bundled. */
public enum LinkStyle {
    /** Its source is hidden from view by a filter: dotted and pale. */
    HIDDEN_SOURCE("Source hidden"),
    /** An answer of a provider: a plain line. */
    RESOLVED("From a source"),
    /** Drawn by the analyst: dashed, in a colour of its own. */
    DRAWN("Drawn by analyst");

    private static final LinkStyle[] STYLES = values();

    private final String label;

    LinkStyle(String label) {
        this.label = label;
    }

    /** The name a person reads, in a legend. */
    public String label() {
        return label;
    }

    public static LinkStyle at(int ordinal) {
        return STYLES[ordinal];
    }
}
