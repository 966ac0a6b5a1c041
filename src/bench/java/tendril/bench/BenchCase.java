package tendril.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import tendril.graph.ActionKind;
import tendril.graph.CaseEvent;
import tendril.graph.Citation;
import tendril.graph.Fact;
import tendril.graph.LinkKey;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.indicator.Seen;
import tendril.layout.LayoutKind;
import tendril.layout.LayoutRun;
import tendril.layout.Positions;

/**
 * A case to open in a window: an investigation made up by {@link LayoutShapes}, laid out, as its journal would tell it.
 *
 * @param nodes  its entities, by number
 * @param places where they are
 */
record BenchCase(LayoutCase shape, List<Indicator> nodes, Positions places) {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Citation SOURCE = new Citation(1, "/");

    static BenchCase of(int size) {
        LayoutCase shape = LayoutShapes.investigation(size);
        Indicator[] nodes = new Indicator[shape.size()];
        Arrays.setAll(nodes, BenchCase::indicator);
        return new BenchCase(
                shape, List.of(nodes), LayoutKind.ORGANIC.engine().arrange(shape.graph(), LayoutRun.quiet(1)));
    }

    private static Indicator indicator(int i) {
        return i % 2 == 0
                ? new Indicator(IndicatorType.DOMAIN, "host-" + i + ".example")
                : new Indicator(IndicatorType.IPV4, "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255));
    }

    /** The journal of one action that made it all. */
    List<Fact> facts() {
        List<CaseEvent> events = new ArrayList<>();
        events.add(new CaseEvent.ActionBegan(ActionKind.values()[0], "Bench", "bench"));
        nodes.forEach(node -> events.add(new CaseEvent.EntityAdded(node, Citation.ANALYST)));
        for (int i = 0; i < shape.from().length; i++) {
            var key = new LinkKey(nodes.get(shape.from()[i]), nodes.get(shape.to()[i]), "resolves to");
            events.add(new CaseEvent.LinkAdded(key, Seen.UNKNOWN, new TreeMap<>(), SOURCE));
        }
        List<Placement> placements = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            placements.add(new Placement(nodes.get(i), places.x(i), places.y(i)));
        }
        events.add(new CaseEvent.EntitiesPlaced(placements, PlacedBy.LAYOUT));
        List<Fact> facts = new ArrayList<>(events.size());
        for (CaseEvent event : events) {
            facts.add(new Fact(facts.size() + 1L, NOON, 1, event));
        }
        return facts;
    }
}
