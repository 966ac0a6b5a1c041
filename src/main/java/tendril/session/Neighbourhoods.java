package tendril.session;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tendril.graph.CaseGraph;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/** How entities stand among their neighbours, each neighbour counted once. Confined to the case thread. */
final class Neighbourhoods {
    private final CaseGraph graph;
    private final Map<Indicator, Map<IndicatorType, Integer>> kinds = new HashMap<>();

    Neighbourhoods(CaseGraph graph) {
        this.graph = graph;
    }

    /**
     * How one entity stands.
     *
     * @param ties    how many entities it is linked to
     * @param rarity  0 to 1: how few of its type its neighbours have, 1 for an entity alone
     * @param only    for how many neighbours it is the only one of its type
     * @param closest the neighbour that has the fewest of its type; itself when alone
     * @param rarest  how many that neighbour has
     */
    record Standing(int ties, double rarity, int only, Indicator closest, int rarest) {}

    Standing of(Indicator indicator) {
        Set<Indicator> neighbours = graph.neighbours(indicator);
        if (neighbours.isEmpty()) {
            return new Standing(0, 1, 0, indicator, 1);
        }
        double sum = 0;
        int only = 0;
        int rarest = Integer.MAX_VALUE;
        Indicator closest = indicator;
        for (Indicator neighbour : neighbours) {
            int alike = kinds(neighbour).getOrDefault(indicator.type(), 1);
            sum += Math.log(2) / Math.log(1 + alike);
            only += alike == 1 ? 1 : 0;
            if (alike < rarest) {
                rarest = alike;
                closest = neighbour;
            }
        }
        return new Standing(neighbours.size(), sum / neighbours.size(), only, closest, rarest);
    }

    private Map<IndicatorType, Integer> kinds(Indicator indicator) {
        return kinds.computeIfAbsent(indicator, key -> {
            Map<IndicatorType, Integer> count = new EnumMap<>(IndicatorType.class);
            graph.neighbours(key).forEach(other -> count.merge(other.type(), 1, Integer::sum));
            return count;
        });
    }
}
