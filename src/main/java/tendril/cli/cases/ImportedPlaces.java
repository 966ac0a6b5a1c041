package tendril.cli.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tendril.exchange.ExchangeLink;
import tendril.exchange.ExchangeNode;
import tendril.exchange.ImportedGraph;
import tendril.graph.CaseGraph;
import tendril.graph.Entity;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.layout.CaseLayout;
import tendril.layout.LayoutKind;
import tendril.layout.LayoutRun;

/**
 * Where the entities of a file stand: where the file says, and when it says nothing of many, arranged among themselves
 * and put beside what the case shows already. Made off the case thread, because arranging takes time; immutable.
 */
final class ImportedPlaces {
    /** Up to this many entities without a place are left to growth, which puts each near what it hangs on. */
    static final int GROWN_MAX = 200;

    /** Places further out than this are none: nothing could be seen beside them, world units. */
    static final double PLACE_MAX = 1e7;

    /** Free room between two pictures side by side, world units. */
    private static final double BETWEEN = 240;

    private final List<Placement> stated;
    private final List<Placement> arranged;

    private ImportedPlaces(List<Placement> stated, List<Placement> arranged) {
        this.stated = stated;
        this.arranged = arranged;
    }

    /** Places for what a file holds. */
    static ImportedPlaces of(ImportedGraph graph) {
        List<Placement> stated = new ArrayList<>();
        List<Indicator> unplaced = new ArrayList<>();
        for (ExchangeNode node : graph.nodes()) {
            Optional<ExchangeNode.Spot> spot = node.place().filter(ImportedPlaces::isSane);
            spot.ifPresentOrElse(
                    at -> stated.add(new Placement(node.indicator(), at.x(), at.y())),
                    () -> unplaced.add(node.indicator()));
        }
        if (unplaced.size() <= GROWN_MAX) {
            return new ImportedPlaces(stated, List.of());
        }
        CaseLayout whole = CaseLayout.of(
                unplaced, graph.links().stream().map(ExchangeLink::key).toList());
        List<Placement> arranged = whole.arrange(
                        LayoutKind.ORGANIC.engine(), Set.of(), LayoutRun.quiet(LayoutRun.DEFAULT_SEED))
                .entities();
        return new ImportedPlaces(stated, beside(stated, arranged));
    }

    /** Whether this is a place at which something could be seen. */
    static boolean isSane(ExchangeNode.Spot spot) {
        return spot.isFinite() && Math.max(Math.abs(spot.x()), Math.abs(spot.y())) <= PLACE_MAX;
    }

    /** The places of those that a case does not hold yet; whatever it holds stays where it is. */
    List<Placement> in(CaseGraph graph) {
        List<Placement> standing = graph.entities()
                .filter(Entity::isDrawn)
                .flatMap(entity -> entity.place().map(at -> new Placement(entity.indicator(), at.x(), at.y())).stream())
                .toList();
        List<Placement> places = new ArrayList<>(stated);
        places.addAll(beside(standing, arranged));
        places.removeIf(place -> graph.contains(place.indicator()));
        return places;
    }

    /** The second picture, moved to the right of the first and level with it. */
    private static List<Placement> beside(List<Placement> first, List<Placement> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return second;
        }
        double right = first.stream().mapToDouble(Placement::x).max().orElse(0);
        double left = second.stream().mapToDouble(Placement::x).min().orElse(0);
        double dx = right + BETWEEN - left;
        double dy = middle(first) - middle(second);
        return second.stream()
                .map(place -> new Placement(place.indicator(), place.x() + dx, place.y() + dy))
                .toList();
    }

    private static double middle(List<Placement> places) {
        double top = places.stream().mapToDouble(Placement::y).min().orElse(0);
        double bottom = places.stream().mapToDouble(Placement::y).max().orElse(0);
        return (top + bottom) / 2;
    }
}
