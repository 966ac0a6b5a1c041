package tendril.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The free nodes of a graph by group. */
final class TypeGroups {
    private TypeGroups() {}

    /** The groups in the order of their numbers, each with its most linked nodes first. */
    static List<int[]> of(LayoutGraph graph) {
        SortedMap<Integer, List<Integer>> byGroup = new TreeMap<>();
        for (int node = 0; node < graph.size(); node++) {
            if (!graph.isPinned(node)) {
                byGroup.computeIfAbsent(graph.group(node), group -> new ArrayList<>())
                        .add(node);
            }
        }
        return byGroup.values().stream()
                .map(nodes -> nodes.stream()
                        .sorted((a, b) -> graph.neighbours().degree(b)
                                - graph.neighbours().degree(a))
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toList();
    }
}
