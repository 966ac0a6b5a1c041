package tendril.ui.popover;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.ui.workbench.QuickAddViewModel;

/** A field that takes indicators: large on an empty canvas, small as a pop-over. Confined to the FX thread. */
public final class QuickAddView extends VBox {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final TextField field = new TextField();
    private final QuickAddViewModel model;

    /**
     * The view.
     *
     * @param done called when something was added
     */
    public QuickAddView(QuickAddViewModel model, Runnable done) {
        this.model = model;
        getStyleClass().add("quick-add");
        field.setPromptText("Type or paste a domain, address, email, hash …");
        field.setAccessibleText("Indicator to add");
        field.setId("quick-add-field");
        field.textProperty().bindBidirectional(model.text());
        var icon = new FontIcon("mdi2p-plus-circle-outline");
        var box = new HBox(icon, field);
        HBox.setHgrow(field, Priority.ALWAYS);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("quick-add-box");
        var add = new Button("Add");
        add.getStyleClass().addAll("accent", "small");
        add.setFocusTraversable(false);
        add.visibleProperty().bind(model.state().isEqualTo(QuickAddViewModel.State.GOOD));
        add.managedProperty().bind(add.visibleProperty());
        add.setMinWidth(USE_PREF_SIZE);
        box.getChildren().add(add);
        var hint = new Label();
        hint.setId("quick-add-hint");
        hint.getStyleClass().add("quick-add-hint");
        hint.setWrapText(true);
        hint.textProperty().bind(model.hint());
        hint.setMinHeight(USE_PREF_SIZE);
        hint.visibleProperty().bind(model.hint().isNotEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        getChildren().addAll(box, new StackPane(hint));
        StackPane.setAlignment(hint, Pos.CENTER_LEFT);
        Runnable submit = () -> {
            if (model.submit()) {
                done.run();
            }
        };
        field.setOnAction(event -> submit.run());
        add.setOnAction(event -> submit.run());
        model.state().addListener((property, before, now) -> mark(now));
        mark(model.state().get());
    }

    /** Puts the text in and the caret behind it. */
    public void begin(String text) {
        model.text().set(text);
        field.requestFocus();
        field.end();
    }

    public void append(String text) {
        field.requestFocus();
        field.appendText(text);
        field.end();
    }

    private void mark(QuickAddViewModel.State state) {
        pseudoClassStateChanged(GOOD, state == QuickAddViewModel.State.GOOD);
        pseudoClassStateChanged(BAD, state == QuickAddViewModel.State.BAD);
    }
}
