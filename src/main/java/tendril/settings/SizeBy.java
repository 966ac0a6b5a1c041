package tendril.settings;

/** What the size of a node on the canvas tells. */
public enum SizeBy {
    /** How many links it has. */
    LINKS("links"),
    /** Nothing: all are alike. */
    NOTHING("nothing"),
    /** On how many shortest paths between others it lies. */
    BRIDGES("paths through it"),
    /** How likely one ends there who follows links. */
    RANK("rank"),
    /** What others voted. */
    VOTES("votes");

    private final String label;

    SizeBy(String label) {
        this.label = label;
    }

    /** What a person reads after "size by". */
    public String label() {
        return label;
    }
}
