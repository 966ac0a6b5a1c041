package tendril.ui.canvas;

import java.util.stream.Collectors;
import tendril.graph.CaseGraph;
import tendril.graph.Link;
import tendril.indicator.Indicator;

/** What a screen reader says of the selection while the keyboard walks through the graph. Pure. */
final class SpokenSelection {
    private static final String NOTHING =
            "Graph of the case. Arrow keys walk along links, Enter expands, F1 lists the keys.";

    private SpokenSelection() {}

    /** The selection in words: what it is, and what it hangs on. */
    static String of(Selection selection, CaseGraph graph) {
        if (selection.isEmpty()) {
            return NOTHING;
        }
        if (!selection.links().isEmpty()) {
            return selection.links().stream()
                    .limit(1)
                    .map(key -> key.from().value() + " " + key.label() + " "
                            + key.to().value())
                    .collect(Collectors.joining());
        }
        return selection
                .single()
                .map(indicator -> one(indicator, graph))
                .orElseGet(() -> selection.nodeCount() + " nodes selected");
    }

    private static String one(Indicator indicator, CaseGraph graph) {
        long links = graph.linksOf(indicator).map(Link::key).count();
        boolean noted = graph.entity(indicator)
                .filter(entity -> !entity.note().isEmpty())
                .isPresent();
        return indicator.value() + ", " + indicator.type().label() + ", "
                + (links == 1 ? "1 link" : links + " links")
                + (noted ? ", with a note" : "");
    }
}
