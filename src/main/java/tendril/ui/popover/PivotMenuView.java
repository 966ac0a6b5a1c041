package tendril.ui.popover;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.ui.popover.PivotMenuViewModel.MenuRow;

/**
 * The pivot menu: a search field on top that has the focus, rows below that arrow keys walk through while typing goes
 * on. Confined to the FX thread.
 */
public final class PivotMenuView extends VBox {
    private static final double ROW_PX = 30;
    private static final int ROWS_SHOWN_MAX = 17;
    private static final double WIDTH_PX = 390;
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final TextField search = new TextField();
    private final ListView<MenuRow> list = new ListView<>();
    /** Held here, because binding to it holds it only weakly: without this the search dies with the next collection. */
    private final PivotMenuViewModel model;

    private final Consumer<MenuRow> choose;

    /**
     * The view.
     *
     * @param choose called with the row chosen, never a heading
     */
    public PivotMenuView(PivotMenuViewModel model, String title, Consumer<MenuRow> choose) {
        this.model = model;
        this.choose = choose;
        getStyleClass().addAll("card", "pivot-menu");
        setPrefWidth(WIDTH_PX);
        search.setPromptText("Search pivots and actions …");
        search.setId("pivot-search");
        search.setAccessibleText("Search pivots and actions for " + title);
        search.textProperty().bindBidirectional(this.model.filter());
        var searchBox = new HBox(new FontIcon("mdi2m-magnify"), search);
        searchBox.setAlignment(Pos.CENTER_LEFT);
        searchBox.getStyleClass().add("pivot-search-box");
        HBox.setHgrow(search, Priority.ALWAYS);
        var heading = new Label(title);
        heading.getStyleClass().add("pivot-menu-title");
        list.setItems(model.rows());
        list.setFixedCellSize(ROW_PX);
        list.setCellFactory(view -> new RowCell());
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label("Nothing fits. Clear the search to see all."));
        model.rows().addListener((javafx.collections.ListChangeListener<MenuRow>) change -> fitHeight());
        model.filter().addListener((property, before, now) -> selectFrom(0, 1));
        list.setOnMouseClicked(event -> chooseSelected());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren().addAll(heading, searchBox, list);
        fitHeight();
        selectFrom(0, 1);
    }

    public void focusSearch() {
        search.requestFocus();
    }

    private void pressed(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        KeyCode code = event.getCode();
        if (code == KeyCode.DOWN) {
            selectFrom(at + 1, 1);
        } else if (code == KeyCode.UP) {
            selectFrom(at - 1, -1);
        } else if (code == KeyCode.PAGE_DOWN) {
            selectFrom(Math.min(list.getItems().size() - 1, at + ROWS_SHOWN_MAX), -1);
        } else if (code == KeyCode.PAGE_UP) {
            selectFrom(Math.max(0, at - ROWS_SHOWN_MAX), 1);
        } else if (code == KeyCode.ENTER) {
            chooseSelected();
        } else {
            return;
        }
        event.consume();
    }

    /** Selects the next row from there on, in steps of one, that is not a heading. */
    private void selectFrom(int start, int step) {
        for (int i = start; i >= 0 && i < list.getItems().size(); i += step) {
            if (!(list.getItems().get(i) instanceof MenuRow.Heading)) {
                list.getSelectionModel().select(i);
                list.scrollTo(Math.max(0, i - ROWS_SHOWN_MAX / 2));
                return;
            }
        }
    }

    private void chooseSelected() {
        MenuRow row = list.getSelectionModel().getSelectedItem();
        if (row != null && !(row instanceof MenuRow.Heading)) {
            choose.accept(row);
        }
    }

    private void fitHeight() {
        int rows = Math.clamp(list.getItems().size(), 2, ROWS_SHOWN_MAX);
        list.setMinHeight(ROW_PX * Math.min(rows, 4));
        list.setPrefHeight(rows * ROW_PX + 2);
        list.setMaxHeight(Region.USE_PREF_SIZE);
    }

    private static final class RowCell extends ListCell<MenuRow> {
        private static final double EDGES_PX = 20;

        private final FontIcon icon = new FontIcon("mdi2s-source-branch");
        private final Label name = new Label();
        private final Label detail = new Label();
        private final FontIcon alert = new FontIcon("mdi2a-alert-outline");
        private final HBox line = new HBox(icon, name, detail);

        RowCell() {
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            alert.getStyleClass().add("menu-warning");
            detail.getStyleClass().add("menu-detail");
            detail.setMinWidth(Region.USE_PREF_SIZE);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("menu-line");
            name.setMinWidth(0);
            line.prefWidthProperty().bind(widthProperty().subtract(EDGES_PX));
            line.setMaxWidth(Region.USE_PREF_SIZE);
            hoverProperty().addListener((property, before, now) -> {
                if (now && getItem() != null && !(getItem() instanceof MenuRow.Heading)) {
                    getListView().getSelectionModel().select(getIndex());
                }
            });
        }

        @Override
        protected void updateItem(MenuRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(HEADING, !empty && row instanceof MenuRow.Heading);
            setText("");
            setGraphic(empty || row == null ? null : content(row));
            setDisable(!empty && row instanceof MenuRow.Heading);
        }

        private javafx.scene.Node content(MenuRow row) {
            switch (row) {
                case MenuRow.Heading heading -> {
                    return new Label(heading.text());
                }
                case MenuRow.OfPivot of -> fill(of.icon(), of.pivot().name(), of.detail(), of.warning());
                case MenuRow.OfAction of -> fill(of.icon(), of.name(), of.detail(), "");
            }
            return line;
        }

        private void fill(String code, String text, String right, String warning) {
            icon.setIconLiteral(code);
            name.setText(text);
            detail.setText(right);
            boolean doubtful = !warning.isEmpty();
            detail.setGraphic(doubtful ? alert : null);
            detail.getStyleClass().setAll("label", doubtful ? "menu-doubtful" : "menu-detail");
            setTooltip(doubtful ? new Tooltip(warning) : null);
            setAccessibleText(doubtful ? text + ". " + warning : text);
        }
    }
}
