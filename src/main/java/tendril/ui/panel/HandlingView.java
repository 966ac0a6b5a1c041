package tendril.ui.panel;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tendril.graph.Handling;

/** Chooses TLP and PAP for the case or a selection. Confined to the FX thread. */
public final class HandlingView extends VBox {
    private static final double WIDTH_PX = 520;

    /**
     * The view.
     *
     * @param close closes it
     */
    public HandlingView(HandlingViewModel model, Runnable close) {
        getStyleClass().addAll("card", "doubt");
        setPrefWidth(WIDTH_PX);
        var title = new Label("Handling of " + lower(model.subject()));
        title.getStyleClass().add("card-title");
        var consequence = new Label();
        consequence.textProperty().bind(model.consequence());
        consequence.setWrapText(true);
        consequence.getStyleClass().add("blank-text");
        var apply = new Button("Label");
        apply.getStyleClass().add("accent");
        apply.setDefaultButton(true);
        apply.setOnAction(event -> {
            close.run();
            model.apply();
        });
        var cancel = new Button("Close");
        cancel.setOnAction(event -> close.run());
        var row = new HBox(cancel, apply);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.getStyleClass().add("button-row");
        getChildren()
                .addAll(
                        title,
                        heading("Who may see it (Traffic Light Protocol)"),
                        tlp(model),
                        heading("What may be done with it (Permissible Actions Protocol)"),
                        pap(model),
                        consequence,
                        row);
    }

    private static Node tlp(HandlingViewModel model) {
        var group = new ToggleGroup();
        var pane = new FlowPane();
        pane.getStyleClass().add("tag-pane");
        for (Handling.Tlp each : Handling.Tlp.values()) {
            pane.getChildren()
                    .add(choice(
                            each.label(),
                            each == model.tlp().get(),
                            group,
                            () -> model.tlp().set(each)));
        }
        return pane;
    }

    private static Node pap(HandlingViewModel model) {
        var group = new ToggleGroup();
        var pane = new FlowPane();
        pane.getStyleClass().add("tag-pane");
        for (Handling.Pap each : Handling.Pap.values()) {
            pane.getChildren()
                    .add(choice(
                            each.label(),
                            each == model.pap().get(),
                            group,
                            () -> model.pap().set(each)));
        }
        return pane;
    }

    private static ToggleButton choice(String label, boolean selected, ToggleGroup group, Runnable choose) {
        var button = new ToggleButton(label.isEmpty() ? "None" : label);
        button.setToggleGroup(group);
        button.setSelected(selected);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll("small", "tray-chip");
        button.setOnAction(event -> {
            button.setSelected(true);
            choose.run();
        });
        return button;
    }

    private static Label heading(String words) {
        var label = new Label(words);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static String lower(String subject) {
        return subject.equals("The whole case") ? "the whole case" : subject;
    }
}
