package tendril.ui.canvas;

import java.util.List;
import tendril.graph.LinkKey;

/** What the pointer is over. Immutable. */
public sealed interface Hover {
    Hover NOTHING = new OverNothing();

    /** Empty canvas. */
    record OverNothing() implements Hover {}

    /** A node. */
    record OverNode(CanvasItem item) implements Hover {}

    /** One line, which may stand for several links. */
    record OverLinks(List<LinkKey> links) implements Hover {
        public OverLinks {
            links = List.copyOf(links);
        }
    }
}
