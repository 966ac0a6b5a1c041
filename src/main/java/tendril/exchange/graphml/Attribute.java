package tendril.exchange.graphml;

/**
 * A GraphML key that Tendril itself gives a meaning. The ids stand in files and must never change.
 *
 * <p>One meaning has several names, because each reader looks for its own: Gephi, yEd and most for {@code label},
 * Cytoscape for {@code name} and {@code interaction}, TinkerPop for {@code labelV} and {@code labelE}.
 */
enum Attribute {
    FORMAT("format", "graph", "tendril_format", "string"),
    CASE_NAME("casename", "graph", "name", "string"),
    LABEL("label", "node", "label", "string"),
    NAME("name", "node", "name", "string"),
    TYPE("type", "node", "type", "string"),
    LABEL_V("labelV", "node", "labelV", "string"),
    COLOR("color", "node", "color", "string"),
    RED("r", "node", "r", "int"),
    GREEN("g", "node", "g", "int"),
    BLUE("b", "node", "b", "int"),
    X("x", "node", "x", "double"),
    Y("y", "node", "y", "double"),
    SIZE("size", "node", "size", "double"),
    NOTE("note", "node", "note", "string"),
    FLAG("flag", "node", "flag", "string"),
    TAGS("tags", "node", "tags", "string"),
    PINNED("pinned", "node", "pinned", "boolean"),
    HIDDEN("hidden", "node", "hidden", "boolean"),
    TLP("tlp", "node", "tlp", "string"),
    PAP("pap", "node", "pap", "string"),
    SOURCES("sources", "node", "sources", "string"),
    LINK_LABEL("elabel", "edge", "label", "string"),
    INTERACTION("interaction", "edge", "interaction", "string"),
    LABEL_E("labelE", "edge", "labelE", "string"),
    WEIGHT("weight", "edge", "weight", "double"),
    FIRST_SEEN("first", "edge", "first_seen", "string"),
    LAST_SEEN("last", "edge", "last_seen", "string"),
    LINK_SOURCES("esources", "edge", "sources", "string");

    /** What {@link #FORMAT} says in files of this form. */
    static final String FORMAT_VERSION = "1";

    private final String id;
    private final String on;
    private final String title;
    private final String type;

    Attribute(String id, String on, String title, String type) {
        this.id = id;
        this.on = on;
        this.title = title;
        this.type = type;
    }

    /** The key's id. */
    String id() {
        return id;
    }

    /** {@code graph}, {@code node} or {@code edge}. */
    String on() {
        return on;
    }

    /** What readers call it. */
    String title() {
        return title;
    }

    /** Its type in the words of GraphML. */
    String type() {
        return type;
    }
}
