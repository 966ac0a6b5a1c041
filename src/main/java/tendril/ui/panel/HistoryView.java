package tendril.ui.panel;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.graph.ActionKind;
import tendril.ui.panel.HistoryViewModel.Entry;

/** The history: one entry an action, each of which can be undone. Confined to the FX thread. */
public final class HistoryView extends VBox {
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");

    private final ListView<Entry> list = new ListView<>();

    public HistoryView(HistoryViewModel model, PanelActions actions) {
        getStyleClass().add("history");
        list.setItems(model.entries());
        list.setCellFactory(view -> new EntryCell(model, actions));
        var filter = new TextField();
        filter.setId("history-filter");
        filter.setPromptText("Filter the history");
        filter.setAccessibleText("Filter the history");
        filter.getStyleClass().addAll("small", "tag-field");
        filter.textProperty().bindBidirectional(model.filter());
        var top = new HBox(filter);
        HBox.setHgrow(filter, Priority.ALWAYS);
        top.getStyleClass().add("history-top");
        var nothing = new Label();
        nothing.textProperty()
                .bind(Bindings.when(model.filter().isEmpty())
                        .then("Nothing was done yet.")
                        .otherwise("Nothing fits. Clear the filter to see all."));
        nothing.getStyleClass().add("blank-text");
        list.setPlaceholder(nothing);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                actions.highlight(model.touched(now));
            }
        });
        list.setOnKeyPressed(event -> {
            Entry entry = list.getSelectionModel().getSelectedItem();
            if (entry != null && event.getCode() == KeyCode.DELETE) {
                model.toggle(entry);
                event.consume();
            } else if (entry != null && event.getCode() == KeyCode.SPACE && model.canCollapse(entry)) {
                model.collapse(entry);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(top, list);
    }

    private static String icon(ActionKind kind) {
        return switch (kind) {
            case ADD -> "mdi2p-plus-circle-outline";
            case PASTE -> "mdi2c-content-paste";
            case IMPORT -> "mdi2i-import";
            case PIVOT -> "mdi2s-source-branch";
            case KEEP -> "mdi2t-tray-arrow-up";
            case LINK -> "mdi2v-vector-line";
            case MOVE -> "mdi2c-cursor-move";
            case LAYOUT -> "mdi2g-graph-outline";
            case EDIT -> "mdi2p-pencil-outline";
            case COLLECT -> "mdi2s-select-group";
            case HIDE -> "mdi2e-eye-off-outline";
            case REMOVE -> "mdi2d-delete-outline";
        };
    }

    private static final class EntryCell extends ListCell<Entry> {
        private final FontIcon icon = new FontIcon("mdi2p-pencil-outline");
        private final Label title = new Label();
        private final Label when = new Label();
        private final Button undo = new Button("", new FontIcon("mdi2u-undo"));
        private final Button collapse = new Button("", new FontIcon("mdi2e-eye-off-outline"));
        private final HistoryViewModel model;
        private final HBox line;

        EntryCell(HistoryViewModel model, PanelActions actions) {
            this.model = model;
            collapse.getStyleClass().addAll("button-icon", "flat", "small");
            collapse.setMinWidth(Region.USE_PREF_SIZE);
            collapse.setOnAction(event -> {
                if (getItem() != null) {
                    model.collapse(getItem());
                }
            });
            when.getStyleClass().add("property-support");
            undo.getStyleClass().addAll("button-icon", "flat", "small");
            undo.setOnAction(event -> {
                if (getItem() != null) {
                    model.toggle(getItem());
                }
            });
            undo.visibleProperty().bind(hoverProperty().or(selectedProperty()));
            var words = new VBox(title, when);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            undo.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(icon, words, collapse, undo);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("history-line");
            line.prefWidthProperty().bind(widthProperty().subtract(24));
            line.setMaxWidth(Region.USE_PREF_SIZE);
            hoverProperty().addListener((property, before, now) -> {
                actions.pointOut(now && getItem() != null ? model.previewed(getItem()) : List.of());
                if (now && getItem() != null) {
                    setTooltip(new Tooltip(getItem().title() + "\n" + model.preview(getItem())));
                }
            });
        }

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            boolean some = !empty && entry != null;
            pseudoClassStateChanged(UNDONE, some && entry.undone());
            setGraphic(some ? line : null);
            if (some) {
                icon.setIconLiteral(HistoryView.icon(entry.kind()));
                title.setText(entry.words());
                when.setText((entry.undone() ? "undone · " : "")
                        + (entry.brought() > 0 ? entry.brought() + " new · " : "")
                        + entry.when() + " · " + entry.author());
                String verb = entry.undone() ? "Redo" : "Undo";
                boolean foldable = model.canCollapse(entry);
                collapse.visibleProperty().unbind();
                collapse.setManaged(foldable);
                if (foldable) {
                    String what = entry.collapsed() ? "Show what it brought" : "Collapse: hide what only it brought";
                    collapse.setAccessibleText(what);
                    collapse.setTooltip(new Tooltip(what + " (Space)"));
                    collapse.setGraphic(
                            new FontIcon(entry.collapsed() ? "mdi2e-eye-outline" : "mdi2e-eye-off-outline"));
                    collapse.visibleProperty()
                            .bind(hoverProperty()
                                    .or(selectedProperty())
                                    .or(Bindings.createBooleanBinding(entry::collapsed)));
                } else {
                    collapse.setVisible(false);
                }
                undo.setTooltip(new Tooltip(verb + " (Delete)"));
                undo.setAccessibleText(verb + " " + entry.title());
                undo.setGraphic(new FontIcon(entry.undone() ? "mdi2r-redo" : "mdi2u-undo"));
            }
        }
    }
}
