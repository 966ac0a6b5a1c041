package tendril.exchange.graphml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tendril.exchange.ImportedGraph;

/**
 * A graph whose nodes and edges are understood as they pass and then let go of, so that a large file needs room for what
 * it means only. Nearly all writers put keys before nodes and nodes before their edges; where one does not, or says
 * something of a node in two places, there is no meaning and the file must be read again as a whole.
 */
final class PassingGraph extends RawGraph {
    private final List<Element> danglingSoFar = new ArrayList<>();
    private @Nullable GraphmlMeaning meaning;
    private boolean inOrder = true;
    private int open;
    private int passedNodes;
    private int passedEdges;

    /** What the file means; none if it was not in order. */
    Optional<ImportedGraph> meaning() {
        GraphmlMeaning whole = begun();
        inOrder &= danglingSoFar.stream().noneMatch(edge -> whole.knows(edge.source) && whole.knows(edge.target));
        if (!inOrder) {
            return Optional.empty();
        }
        danglingSoFar.forEach(whole::edge);
        return Optional.of(whole.graph());
    }

    private GraphmlMeaning begun() {
        if (meaning == null) {
            meaning = new GraphmlMeaning(this);
        }
        return meaning;
    }

    @Override
    void add(Key key) {
        super.add(key);
        inOrder &= meaning == null;
    }

    @Override
    void state(String key, String value) {
        super.state(key, value);
        inOrder &= meaning == null;
    }

    @Override
    Element begin(String id) {
        passedNodes++;
        inOrder &= open++ == 0 && !begun().knows(id);
        return new Element(id, "", "", true);
    }

    @Override
    void end(Element node) {
        open--;
        inOrder = inOrder && begun().node(node);
    }

    @Override
    void add(Element edge) {
        passedEdges++;
        GraphmlMeaning soFar = begun();
        if (!inOrder) {
            return;
        }
        if (soFar.knows(edge.source) && soFar.knows(edge.target)) {
            soFar.edge(edge);
        } else {
            danglingSoFar.add(edge);
        }
    }

    @Override
    int nodeCount() {
        return passedNodes;
    }

    @Override
    int edgeCount() {
        return passedEdges;
    }
}
