package tendril.ui.workbench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import tendril.graph.CaseGraph;
import tendril.indicator.Indicator;
import tendril.ui.Notices;
import tendril.ui.canvas.Selection;

/** Selections with a name, kept in the case. FX thread only. */
public final class SavedSelections {
    private final WorkbenchViewModel model;
    private final Notices notices;

    public SavedSelections(WorkbenchViewModel model, Notices notices) {
        this.model = model;
        this.notices = notices;
    }

    /** Every name, and the entities it stands for. */
    public SortedMap<String, List<Indicator>> all() {
        return graph().selections();
    }

    /** Whether there is something selected that could get a name. */
    public boolean canSave() {
        return !members().isEmpty();
    }

    /** Gives what is selected this name; whatever had it has it no more. */
    public void save(String name) {
        List<Indicator> members = members();
        if (members.isEmpty()) {
            notices.note("Select some nodes first; then this selection can be kept.");
        } else {
            model.session().edits().nameSelection(name, members);
            notices.done("Selection " + name + " is kept in the case: "
                    + StatusViewModel.number(members.size(), "entity", "entities") + ".");
        }
    }

    /** Selects again what has this name; what is folded by its collection. */
    public void recall(String name) {
        List<Indicator> members = all().getOrDefault(name, List.of());
        if (members.isEmpty()) {
            notices.note("No selection is called " + name + " yet.");
            return;
        }
        Set<Indicator> entities = new LinkedHashSet<>();
        Set<Long> collections = new LinkedHashSet<>();
        members.stream().flatMap(member -> graph().entity(member).stream()).forEach(entity -> {
            if (entity.isDrawn()) {
                entities.add(entity.indicator());
            } else if (entity.collection() != 0) {
                collections.add(entity.collection());
            }
        });
        model.canvas().select(new Selection(entities, collections, List.of()));
    }

    public void forget(String name) {
        model.session().edits().nameSelection(name, List.of());
    }

    private List<Indicator> members() {
        Selection selection = model.canvas().selection().get();
        Stream<Indicator> folded = selection.collections().stream()
                .flatMap(id -> graph().collection(id).stream())
                .flatMap(collection -> collection.members().stream());
        return Stream.concat(selection.entities().stream(), folded).toList();
    }

    private CaseGraph graph() {
        return model.session().graph();
    }
}
