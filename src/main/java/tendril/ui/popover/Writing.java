package tendril.ui.popover;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import tendril.indicator.Indicator;
import tendril.ui.canvas.GraphCanvas;
import tendril.ui.workbench.WorkbenchViewModel;

/** What a person writes on the graph by key: links, notes, tags. Confined to the FX thread. */
public final class Writing {
    private final WorkbenchViewModel model;
    private final CanvasPopovers asks;
    private final Supplier<GraphCanvas> canvas;
    private final Runnable showDetails;

    /**
     * @param asks        asks for the label of a link
     * @param canvas      there once the window is put together
     * @param showDetails opens the details of the selection
     */
    public Writing(WorkbenchViewModel model, CanvasPopovers asks, Supplier<GraphCanvas> canvas, Runnable showDetails) {
        this.model = model;
        this.asks = asks;
        this.canvas = canvas;
        this.showDetails = showDetails;
    }

    /** Links the two entities that are selected, in the order they were selected, after asking for the label. */
    public void linkTwo() {
        List<Indicator> two = List.copyOf(model.canvas().selection().get().entities());
        if (two.size() == 2) {
            GraphCanvas shown = canvas.get();
            asks.askForLink(two.get(0), two.get(1), shown.localToScene(shown.getWidth() / 2, shown.getHeight() / 3));
        }
    }

    /** Puts the focus into the note of the selected entity. */
    public void note() {
        focus("#note-editor");
    }

    /** Puts the focus into the field for a tag of the selected entity. */
    public void tag() {
        focus("#tag-field");
    }

    private void focus(String id) {
        showDetails.run();
        var root = canvas.get().getScene().getRoot();
        root.applyCss();
        root.layout();
        Node field = root.lookup(id);
        if (field != null) {
            field.requestFocus();
        }
    }
}
