package tendril.ui.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tendril.graph.CaseGraph;
import tendril.graph.Collection;
import tendril.graph.CollectionPlace;
import tendril.graph.Entity;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.layout.CaseLayout;
import tendril.session.Edits;
import tendril.ui.Notices;
import tendril.ui.canvas.Selection;

/** Folds entities into collection nodes, and takes them out again. What is pinned is never folded. FX thread only. */
public final class Folding {
    /** So many leaves of one type at one node are folded; fewer can be read as they are. */
    static final int LEAVES_MIN = 8;

    /** A collection nearer to another node than this would hide it, in world units. */
    private static final double CLEAR = 70;

    private final WorkbenchViewModel model;
    private final Notices notices;

    public Folding(WorkbenchViewModel model, Notices notices) {
        this.model = model;
        this.notices = notices;
    }

    /** Folds what is selected into one node; a selected collection goes in whole. */
    public void foldSelection() {
        Selection selection = model.canvas().selection().get();
        Set<Indicator> members = new LinkedHashSet<>();
        selection.collections().stream()
                .flatMap(id -> graph().collection(id).stream())
                .forEach(collection -> members.addAll(collection.members()));
        selection.entities().stream().filter(each -> !isPinned(each)).forEach(members::add);
        if (members.size() < 2) {
            notices.note(
                    selection.nodeCount() < 2
                            ? "Select at least two nodes to fold."
                            : "Pinned nodes stay out of collections; unpin them first.");
            return;
        }
        fold(List.of(new Edits.Folding(anchorOf(members), List.copyOf(members))));
    }

    /** Folds the leaves around the selected nodes, or around every node, by type, where there are many. */
    public void foldLeaves() {
        Set<Indicator> chosen = model.canvas().selection().get().entities();
        Map<Group, List<Indicator>> groups = new LinkedHashMap<>();
        graph().entities()
                .filter(entity -> entity.isDrawn() && !entity.pinned())
                .map(Entity::indicator)
                .forEach(leaf -> onlyNeighbour(leaf)
                        .filter(parent -> chosen.isEmpty() || chosen.contains(parent))
                        .ifPresent(parent -> groups.computeIfAbsent(
                                        new Group(parent, leaf.type()), unused -> new ArrayList<>())
                                .add(leaf)));
        List<Edits.Folding> foldings = groups.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= LEAVES_MIN)
                .map(entry -> new Edits.Folding(entry.getKey().parent(), entry.getValue()))
                .toList();
        if (foldings.isEmpty()) {
            notices.note("No node has " + LEAVES_MIN + " leaves of one type that could be folded.");
        } else {
            fold(foldings);
        }
    }

    /** Adds nodes to a collection. */
    public void addTo(long id, List<Indicator> more) {
        List<Indicator> free = more.stream().filter(each -> !isPinned(each)).toList();
        if (free.isEmpty()) {
            notices.note("Pinned nodes stay out of collections; unpin them first.");
            return;
        }
        graph().collection(id).ifPresent(collection -> {
            List<Indicator> all = Stream.concat(collection.members().stream(), free.stream())
                    .distinct()
                    .toList();
            Optional<Collection.Spot> spot = graph().spotOf(collection);
            model.session()
                    .edits()
                    .fold(
                            List.of(new Edits.Folding(collection.anchor(), all)),
                            made -> made.stream()
                                    .flatMap(added ->
                                            spot.map(at -> new CollectionPlace(added, at.x(), at.y())).stream())
                                    .toList());
            selectNewest();
        });
    }

    /** Opens the selected collections in place. */
    public void openSelected() {
        model.canvas().selection().get().collections().forEach(model::openCollection);
    }

    /** Takes single members out of a collection; the others stay inside. */
    public void takeOut(long id, List<Indicator> members) {
        if (!members.isEmpty()) {
            model.session().edits().openCollection(id, members);
            model.canvas().select(Selection.of(members));
        }
    }

    private void fold(List<Edits.Folding> foldings) {
        model.session().edits().fold(foldings, this::places);
        selectNewest();
    }

    private void selectNewest() {
        Set<Long> made = new LinkedHashSet<>();
        long action = graph().toUndo().map(undo -> undo.id()).orElse(0L);
        graph().collections().stream()
                .map(Collection::id)
                .filter(id -> id >= action)
                .forEach(made::add);
        model.canvas().select(new Selection(Set.of(), made, List.of()));
    }

    /** In the middle of its members if nothing else stands there, else on a free spot near what it hangs on. */
    private List<CollectionPlace> places(Set<Long> made) {
        Set<Long> placeless = new LinkedHashSet<>();
        List<CollectionPlace> places = new ArrayList<>();
        for (long id : made) {
            Optional<Collection.Spot> middle = graph().collection(id).flatMap(graph()::spotOf);
            if (middle.isPresent() && isClear(middle.get(), id)) {
                places.add(
                        new CollectionPlace(id, middle.get().x(), middle.get().y()));
            } else {
                placeless.add(id);
            }
        }
        if (!placeless.isEmpty()) {
            places.addAll(CaseLayout.of(graph(), placeless).placeNew(0, 0).collections());
        }
        return places;
    }

    private boolean isClear(Collection.Spot spot, long self) {
        Stream<Collection.Spot> entities = graph().entities()
                .filter(Entity::isDrawn)
                .flatMap(entity -> entity.place().stream())
                .map(place -> new Collection.Spot(place.x(), place.y()));
        Stream<Collection.Spot> collections = graph().collections().stream()
                .filter(collection -> collection.id() != self)
                .flatMap(collection -> graph().spotOf(collection).stream());
        return Stream.concat(entities, collections)
                .noneMatch(other -> Math.hypot(other.x() - spot.x(), other.y() - spot.y()) < CLEAR);
    }

    /** What most members are linked to and is not a member; without links, the first member. */
    private Indicator anchorOf(Set<Indicator> members) {
        Map<Indicator, Integer> linked = new LinkedHashMap<>();
        members.forEach(member -> graph().neighbours(member).stream()
                .filter(other -> !members.contains(other))
                .forEach(other -> linked.merge(other, 1, Integer::sum)));
        return linked.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElseGet(() -> members.iterator().next());
    }

    private Optional<Indicator> onlyNeighbour(Indicator leaf) {
        Set<Indicator> neighbours = graph().neighbours(leaf);
        return neighbours.size() == 1 ? neighbours.stream().findFirst() : Optional.empty();
    }

    private boolean isPinned(Indicator indicator) {
        return graph().entity(indicator).filter(Entity::pinned).isPresent();
    }

    private CaseGraph graph() {
        return model.session().graph();
    }

    /** Leaves of one type at one node. */
    private record Group(Indicator parent, IndicatorType type) {}
}
