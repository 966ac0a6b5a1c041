package tendril.ui.workbench;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tendril.graph.Entity;
import tendril.graph.Flag;
import tendril.graph.Request;
import tendril.indicator.Indicator;
import tendril.indicator.text.Defang;
import tendril.ui.canvas.Selection;

/** What a person does to what is selected. Confined to the FX thread. */
public final class SelectionEdits {
    private final WorkbenchViewModel model;

    SelectionEdits(WorkbenchViewModel model) {
        this.model = model;
    }

    public void remove() {
        Selection selection = model.canvas().selection().get();
        List<Indicator> members = selection.collections().stream()
                .flatMap(id -> model.session().graph().collection(id).stream())
                .flatMap(collection -> collection.members().stream())
                .toList();
        List<Indicator> all =
                Stream.concat(selection.entities().stream(), members.stream()).toList();
        model.session().edits().remove(all, selection.links());
    }

    public void flag(Flag flag) {
        onEntities(on -> model.session().edits().flag(on, flag));
    }

    /** Pins the selection, or lets it go if all of it is pinned. */
    public void togglePin() {
        onEntities(on -> model.session().edits().pin(on, !on.stream().allMatch(this::isPinned)));
    }

    private boolean isPinned(Indicator indicator) {
        return model.session()
                .graph()
                .entity(indicator)
                .filter(entity -> entity.pinned())
                .isPresent();
    }

    public void hide() {
        onEntities(on -> model.session().edits().hide(on, true));
    }

    /** Hides everything but the selection. */
    public void hideOthers() {
        Selection kept = model.canvas().selection().get();
        List<Indicator> others = model.canvas().nodes().everything().entities().stream()
                .filter(each -> !kept.entities().contains(each))
                .toList();
        if (!others.isEmpty()) {
            model.session().edits().hide(others, true);
        }
    }

    public void showHidden() {
        List<Indicator> hidden = model.session()
                .graph()
                .entities()
                .filter(entity -> entity.hidden())
                .map(entity -> entity.indicator())
                .toList();
        if (!hidden.isEmpty()) {
            model.session().edits().hide(hidden, false);
        }
    }

    /** Hides what only the pivots on the selection brought, or shows it again where all of that is hidden. */
    public void collapsePivots() {
        var graph = model.session().graph();
        onEntities(on -> graph.requests().stream()
                .filter(request -> on.contains(request.indicator()))
                .map(Request::action)
                .distinct()
                .toList()
                .forEach(this::collapse));
    }

    private void collapse(long action) {
        boolean hidden = model.session().graph().onlySupportedBy(action).stream()
                .flatMap(each -> model.session().graph().entity(each).stream())
                .allMatch(Entity::hidden);
        if (hidden) {
            model.session().edits().unfold(action);
        } else {
            model.session().edits().collapse(action);
        }
    }

    /** The selected values, one a line. */
    public String text(boolean defanged) {
        return model.canvas().selection().get().entities().stream()
                .map(indicator -> defanged ? Defang.of(indicator) : indicator.value())
                .collect(Collectors.joining("\n"));
    }

    private void onEntities(Consumer<List<Indicator>> action) {
        List<Indicator> on = List.copyOf(model.canvas().selection().get().entities());
        if (!on.isEmpty()) {
            action.accept(on);
        }
    }
}
