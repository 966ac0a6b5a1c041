package tendril.ui.popover;

import javafx.geometry.Point2D;
import tendril.graph.Collection;
import tendril.indicator.Indicator;
import tendril.ui.workbench.Folding;
import tendril.ui.workbench.SavedSelections;
import tendril.ui.workbench.WorkbenchViewModel;

/** The pop-overs about what is on the canvas: a collection's members, saved selections, a link's words. FX thread only. */
public final class CanvasPopovers {
    private static final double BESIDE_PX = 12;

    private final WorkbenchViewModel model;
    private final PopoverLayer layer;
    private final Folding folding;
    private final SavedSelections selections;

    public CanvasPopovers(WorkbenchViewModel model, PopoverLayer layer, Folding folding, SavedSelections selections) {
        this.model = model;
        this.layer = layer;
        this.folding = folding;
        this.selections = selections;
    }

    /** The selections kept in the case. */
    public SavedSelections selections() {
        return selections;
    }

    public void showSources() {
        var view = new SourcesView(model);
        layer.showCentered(view);
        view.begin();
    }

    public void showSavedSelections() {
        var view = new SavedSelectionsView(selections, layer::close);
        layer.showCentered(view);
        view.begin();
    }

    /** Shows the members of the selected collection. */
    public void listCollection() {
        model.canvas().selection().get().collections().stream()
                .findFirst()
                .flatMap(id -> model.session().graph().collection(id))
                .ifPresent(this::list);
    }

    private void list(Collection collection) {
        var view = new CollectionView(
                collection,
                members -> {
                    layer.close();
                    folding.takeOut(collection.id(), members);
                },
                () -> {
                    layer.close();
                    model.openCollection(collection.id());
                });
        layer.showCentered(view);
        view.begin();
    }

    /** Asks what a link drawn by hand says, and draws it. */
    public void askForLink(Indicator from, Indicator to, Point2D at) {
        var view = new LinkView(from, to, label -> {
            layer.close();
            model.session().edits().link(from, to, label);
        });
        layer.show(view, at.getX() + BESIDE_PX, at.getY() + BESIDE_PX);
        view.begin();
    }
}
