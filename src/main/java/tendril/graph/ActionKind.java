package tendril.graph;

/** What sort of thing a person did, for the icon and the filter of the history. */
public enum ActionKind {
    ADD,
    PASTE,
    IMPORT,
    PIVOT,
    KEEP,
    LINK,
    MOVE,
    LAYOUT,
    EDIT,
    COLLECT,
    HIDE,
    REMOVE
}
