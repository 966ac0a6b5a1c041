package tendril.cli.cases;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import tendril.exchange.ExchangeLink;
import tendril.exchange.ExchangeNode;
import tendril.exchange.ImportedGraph;
import tendril.graph.Placement;
import tendril.layout.CaseLayout;
import tendril.layout.Positions;

/**
 * The graph of a file as engines see it, without becoming a case: facts and entities of a large one take ten times the
 * room. Hidden nodes take no part and stay where they are. Immutable.
 */
final class GraphOfFile {
    private final ImportedGraph graph;
    private final CaseLayout layout;

    GraphOfFile(ImportedGraph graph) {
        this.graph = graph;
        List<ExchangeNode> drawn =
                graph.nodes().stream().filter(node -> !node.hidden()).toList();
        double[] x = new double[drawn.size()];
        double[] y = new double[drawn.size()];
        BitSet pinned = new BitSet();
        for (int i = 0; i < x.length; i++) {
            Optional<ExchangeNode.Spot> spot = drawn.get(i).place().filter(ImportedPlaces::isSane);
            x[i] = spot.map(ExchangeNode.Spot::x).orElse(Double.NaN);
            y[i] = spot.map(ExchangeNode.Spot::y).orElse(Double.NaN);
            pinned.set(i, drawn.get(i).pinned());
        }
        layout = CaseLayout.of(
                        drawn.stream().map(ExchangeNode::indicator).toList(),
                        graph.links().stream().map(ExchangeLink::key).toList())
                .standing(Positions.of(x, y), pinned);
    }

    CaseLayout layout() {
        return layout;
    }

    /** The same graph, its drawn nodes standing there, in the order of the layout. */
    ImportedGraph at(Positions places) {
        List<ExchangeNode> nodes = new ArrayList<>(graph.nodes().size());
        int drawn = 0;
        for (ExchangeNode node : graph.nodes()) {
            nodes.add(node.hidden() ? node : node.at(new ExchangeNode.Spot(places.x(drawn), places.y(drawn++))));
        }
        return new ImportedGraph(graph.name(), nodes, graph.links(), graph.warnings());
    }

    /** Where the nodes of a graph stand. */
    static List<Placement> placesIn(ImportedGraph graph) {
        return graph.nodes().stream()
                .flatMap(node -> node.place().stream()
                        .filter(ImportedPlaces::isSane)
                        .map(spot -> new Placement(node.indicator(), spot.x(), spot.y())))
                .toList();
    }
}
