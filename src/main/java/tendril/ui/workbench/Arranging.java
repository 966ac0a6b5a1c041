package tendril.ui.workbench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tendril.graph.Entity;
import tendril.graph.Moves;
import tendril.graph.PlacedBy;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.layout.CaseLayout;
import tendril.layout.Growth;
import tendril.layout.LayoutEngine;
import tendril.layout.LayoutGraph;
import tendril.layout.LayoutKind;
import tendril.layout.LayoutRun;
import tendril.session.CaseSession;
import tendril.ui.Notices;

/**
 * Carries out layout commands: runs them, writes what moved into the case as one step, and shows the way there. What a
 * person moved or pinned while a run was under way stays where it is. FX thread only.
 */
public final class Arranging {
    /** For so many new nodes of usual size "make room" clears a place. */
    private static final int ROOM_NODES = 20;

    /** In a larger graph a run is not shown on its way: the pictures would come later than its end, in nodes. */
    private static final int LIVE_NODES_MAX = 20_000;

    private final WorkbenchViewModel model;
    private final LayoutRunner layouts;
    private final Notices notices;
    private final Journey journey;

    /**
     * Layouts for one window.
     *
     * @param fit shows the whole graph; called when a layout of all of it has come to rest
     */
    public Arranging(WorkbenchViewModel model, LayoutRunner layouts, Notices notices, Runnable fit) {
        this.model = model;
        this.layouts = layouts;
        this.notices = notices;
        journey = new Journey(model, fit);
    }

    /** Arranges the selection, or everything when less than two nodes are selected; radial around the selected one. */
    public void run(LayoutKind kind) {
        List<Indicator> selected = selected();
        Set<Indicator> only = selected.size() > 1 ? Set.copyOf(selected) : Set.of();
        CaseLayout layout = layoutOfCase();
        if (layout.graph().size() > kind.nodesMax()) {
            notices.problem(String.format(
                    Locale.ROOT,
                    "%s takes up to %,d nodes, and %,d are drawn. Use the organic layout, or fold or hide some first.",
                    kind.label(),
                    kind.nodesMax(),
                    layout.graph().size()));
            return;
        }
        LayoutEngine engine = selected.stream()
                .findFirst()
                .map(first -> kind.engineAround(layout.nodes().indexOf(first)))
                .orElseGet(kind::engine);
        start(kind.label() + " layout", layout, run -> layout.arrange(engine, only, run), only.isEmpty());
    }

    /** Settles what came with answers and was placed by nobody since; of a selection with such nodes, only those. */
    public void tidyNew() {
        Set<Indicator> grown = model.session()
                .graph()
                .entities()
                .filter(entity -> entity.isDrawn() && !entity.pinned())
                .filter(entity -> entity.place()
                        .filter(place -> place.by() == PlacedBy.GROWTH)
                        .isPresent())
                .map(Entity::indicator)
                .collect(Collectors.toSet());
        List<Indicator> chosen = selected().stream().filter(grown::contains).toList();
        Set<Indicator> moving = chosen.isEmpty() ? grown : Set.copyOf(chosen);
        if (moving.isEmpty()) {
            notices.note("Nothing is new: everything on the canvas was placed by you or by a layout.");
            return;
        }
        CaseLayout layout = layoutOfCase();
        BitSet free = numbersOf(layout, moving);
        String title = moving.size() == 1 ? "Tidied 1 new node" : "Tidied " + moving.size() + " new nodes";
        start(title, layout, run -> layout.moves(Growth.tidy(layout.graph(), free, run)), false);
    }

    /** Shifts what is around the selected nodes outwards, so that new ones will find room there. */
    public void makeRoom() {
        List<Indicator> selected = selected();
        CaseLayout layout = layoutOfCase();
        Optional<Indicator> middle = mostInTheMiddle(selected);
        if (middle.isEmpty()) {
            notices.note("Select the node that needs room around it first.");
            return;
        }
        BitSet still = layout.graph().pinned();
        still.or(numbersOf(layout, selected));
        LayoutGraph graph = layout.graph().withLocked(still);
        int around = layout.nodes().indexOf(middle.get());
        String title = selected.size() == 1
                ? "Made room around " + middle.get().value()
                : "Made room around " + selected.size() + " entities";
        start(
                title,
                layout,
                run -> layout.moves(Growth.makeRoom(graph, around, ROOM_NODES * selected.size(), run.stop())),
                false);
    }

    /** Puts the selected nodes in line with each other, or at even distances. */
    public void align(Alignment alignment) {
        List<Alignment.Box> boxes = new ArrayList<>();
        for (Indicator indicator : selected()) {
            boolean pinned = model.session()
                    .graph()
                    .entity(indicator)
                    .filter(Entity::pinned)
                    .isPresent();
            model.canvas()
                    .boxOf(indicator)
                    .ifPresent(box -> boxes.add(
                            new Alignment.Box(indicator, box.centerX(), box.centerY(), box.width() / 2, pinned)));
        }
        List<Placement> places = alignment.of(boxes);
        if (places.isEmpty()) {
            notices.note(
                    boxes.size() < alignment.nodesMin()
                            ? "Select at least " + alignment.nodesMin() + " nodes first."
                            : "They are there already.");
            return;
        }
        journey.begin();
        write(alignment.title(boxes.size()), Moves.of(places), false);
    }

    private CaseLayout layoutOfCase() {
        return CaseLayout.of(model.session().graph());
    }

    /** The selected entities that are drawn, in the order they were picked. */
    private List<Indicator> selected() {
        return model.canvas().selection().get().entities().stream()
                .filter(each -> model.canvas().nodes().slotOf(each).isPresent())
                .toList();
    }

    private static BitSet numbersOf(CaseLayout layout, Collection<Indicator> some) {
        BitSet numbers = new BitSet();
        for (int i = 0; i < layout.nodes().size(); i++) {
            numbers.set(i, some.contains(layout.nodes().get(i)));
        }
        return numbers;
    }

    private Optional<Indicator> mostInTheMiddle(List<Indicator> some) {
        List<Placement> places = model.canvas().placesOf(some);
        double x = places.stream().mapToDouble(Placement::x).average().orElse(0);
        double y = places.stream().mapToDouble(Placement::y).average().orElse(0);
        return places.stream()
                .min(Comparator.comparingDouble(place -> Math.hypot(place.x() - x, place.y() - y)))
                .map(Placement::indicator);
    }

    private void start(String title, CaseLayout layout, Function<LayoutRun, Moves> work, boolean fitAfterwards) {
        if (layouts.running().get()) {
            notices.note("Another layout is under way. Stop it first, or wait for it.");
            return;
        }
        CaseSession session = model.session();
        boolean live = !model.settings().get().reducedMotion() && layout.nodes().size() <= LIVE_NODES_MAX;
        Map<Indicator, Stand> stands = new HashMap<>();
        session.graph().entities().forEach(entity -> stands.put(entity.indicator(), Stand.of(entity)));
        journey.begin();
        layouts.run(
                layout,
                work,
                new LayoutRunner.Watcher(
                        fitAfterwards ? layout::movesInPlace : layout::moves,
                        moves -> onlyIfSame(session, () -> journey.show(unmoved(stands, moves))),
                        moves -> onlyIfSame(session, () -> done(title, unmoved(stands, moves), fitAfterwards)),
                        live));
    }

    /** A run that ends after its case was closed has nothing to say to the next one. */
    private void onlyIfSame(CaseSession session, Runnable action) {
        if (model.session() == session) {
            action.run();
        }
    }

    /** Leaves out what a person has moved, pinned or taken out since the run began. */
    private Moves unmoved(Map<Indicator, Stand> before, Moves moves) {
        List<Placement> entities = moves.entities().stream()
                .filter(place -> model.session()
                        .graph()
                        .entity(place.indicator())
                        .filter(entity -> entity.isDrawn() && Stand.of(entity).equals(before.get(place.indicator())))
                        .isPresent())
                .toList();
        return new Moves(entities, moves.collections());
    }

    /** What must be as it was for a run to move an entity. */
    private record Stand(Optional<Entity.Place> place, boolean pinned) {
        static Stand of(Entity entity) {
            return new Stand(entity.place(), entity.pinned());
        }
    }

    private void done(String title, Moves moves, boolean fitAfterwards) {
        if (moves.isEmpty()) {
            journey.callOff();
            notices.note("Everything is where this would put it.");
            return;
        }
        write(title, moves, fitAfterwards);
    }

    private void write(String title, Moves moves, boolean fitAfterwards) {
        journey.end(moves, () -> model.session().edits().arrange(title, moves), fitAfterwards);
    }
}
