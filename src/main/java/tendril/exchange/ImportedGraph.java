package tendril.exchange;

import java.util.List;

/**
 * What a file of another program, or of ours, says. Immutable.
 *
 * @param name     what the file calls the graph, may be empty
 * @param nodes    each indicator once
 * @param links    each between two of the nodes
 * @param warnings one sentence each on what was left out or read differently than a person might think
 */
public record ImportedGraph(String name, List<ExchangeNode> nodes, List<ExchangeLink> links, List<String> warnings) {
    public ImportedGraph {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        warnings = List.copyOf(warnings);
    }
}
