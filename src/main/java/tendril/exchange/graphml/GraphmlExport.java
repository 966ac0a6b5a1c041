package tendril.exchange.graphml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import tendril.exchange.ExchangeLink;
import tendril.exchange.ExchangeNode;
import tendril.exchange.Exporting;
import tendril.exchange.FileReplacement;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Sources;
import tendril.graph.Entity;
import tendril.graph.Link;
import tendril.indicator.IndicatorType;

/**
 * Writes a graph as GraphML (graphml.graphdrawing.org, 1.1). The same graph gives the same bytes. Immutable, thread-safe.
 */
public final class GraphmlExport {
    private final GraphmlProfile profile;
    private final ToIntFunction<IndicatorType> rgb;

    /**
     * An export.
     *
     * @param profile for whom
     * @param rgb     the colour of each type as 0xRRGGBB, so that the graph looks elsewhere as it does here
     */
    public GraphmlExport(GraphmlProfile profile, ToIntFunction<IndicatorType> rgb) {
        this.profile = profile;
        this.rgb = rgb;
    }

    /** Writes what is in a case. Links whose ends are not among the entities are left out. */
    public Exporting write(
            Path target, String caseName, Collection<Entity> entities, Collection<Link> links, Sources sources) {
        List<ExchangeNode> nodes = entities.stream()
                .map(entity -> ExchangeNode.of(entity, sources))
                .toList();
        List<ExchangeLink> edges =
                links.stream().map(link -> ExchangeLink.of(link, sources)).toList();
        return write(target, new ImportedGraph(caseName, nodes, edges, List.of()));
    }

    /** Writes a graph. */
    public Exporting write(Path target, ImportedGraph graph) {
        GraphmlWriter[] writer = new GraphmlWriter[1];
        try {
            FileReplacement.write(target, out -> writer[0] = writeTo(out, graph));
            return writer[0].written();
        } catch (IOException failed) {
            return new Exporting.Failed(FileReplacement.sentence(target, failed));
        }
    }

    private GraphmlWriter writeTo(OutputStream out, ImportedGraph graph) throws IOException {
        GraphmlWriter writer = new GraphmlWriter(out, profile, rgb);
        writer.write(graph);
        return writer;
    }
}
