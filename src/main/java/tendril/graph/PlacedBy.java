package tendril.graph;

/** Who decided where an entity is. */
public enum PlacedBy {
    /** A person dragged it there; nothing but a person's wish moves it again. */
    PERSON,
    /** It was put near its parent when it came. */
    GROWTH,
    /** A layout command put it there. */
    LAYOUT
}
