package tendril.analysis;

import tendril.graph.Entity;

/** Which entities of a case an analysis looks at. A link counts when both its ends do. */
public enum Scope {
    /** All of them: what is hidden or folded into a collection still holds the case together. For measures and paths. */
    EVERYTHING,
    /** Only those on the canvas as nodes of their own. For selections, which a person must see. */
    DRAWN;

    /** Whether this entity is looked at. */
    public boolean holds(Entity entity) {
        return this == EVERYTHING || entity.isDrawn();
    }
}
