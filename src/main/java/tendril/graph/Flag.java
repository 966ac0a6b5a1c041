package tendril.graph;

/** An analyst's coloured mark on an entity. The names are Maltego's bookmark colours. */
public enum Flag {
    NONE,
    BLUE,
    GREEN,
    YELLOW,
    PURPLE,
    RED
}
