package tendril.ui.canvas;

import java.util.List;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;

/** What the pointer is over. Immutable. */
public sealed interface Hover {
    Hover NOTHING = new OverNothing();

    /** Empty canvas. */
    record OverNothing() implements Hover {}

    /** A node. */
    record OverNode(CanvasItem item) implements Hover {}

    /** Nothing itself; a panel points at these. */
    record OverSeveral(List<Indicator> indicators) implements Hover {
        public OverSeveral {
            indicators = List.copyOf(indicators);
        }
    }

    /** One line, which may stand for several links. */
    record OverLinks(List<LinkKey> links) implements Hover {
        public OverLinks {
            links = List.copyOf(links);
        }
    }
}
