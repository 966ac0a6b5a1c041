package tendril.ui.tray;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tendril.ui.tray.TrayViewModel.TypeCount;

/** An answer that was too large, its true number, and ways to take less of it or all. Confined to the FX thread. */
final class NarrowView extends ScrollPane {
    private static final int NEWEST_USUAL = 1_000;
    private static final int DAY_COLUMNS = 10;
    private static final int NUMBER_COLUMNS = 7;

    private final NarrowViewModel model;

    NarrowView(NarrowViewModel model) {
        this.model = model;
        getStyleClass().addAll("narrow", "details");
        setFitToWidth(true);
        var body = new VBox();
        body.getStyleClass().add("narrow-body");
        var answer = model.answer();
        var title = new Label(String.format(
                Locale.ROOT,
                answer.refused()
                        ? "%,d results about %s: more than the limit, so none was taken"
                        : "%,d results about %s",
                answer.found(),
                answer.about().value()));
        title.getStyleClass().add("blank-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        body.getChildren().add(title);
        if (model.isReadable()) {
            body.getChildren().addAll(types(), days(), newest(), buttons());
        } else {
            var gone =
                    new Label("Its bytes cannot be read again, so it cannot be narrowed here. Ask a narrower pivot.");
            gone.setWrapText(true);
            body.getChildren().add(gone);
        }
        setContent(body);
    }

    private Node types() {
        FlowPane pane = pane("Only");
        for (TypeCount each : model.types()) {
            var chip = new ToggleButton(
                    String.format(Locale.ROOT, "%s %,d", each.type().label(), each.count()));
            chip.getStyleClass().addAll("small", "tray-chip");
            chip.setSelected(model.isChosen(each.type()));
            chip.setOnAction(event -> model.choose(each.type(), chip.isSelected()));
            pane.getChildren().add(chip);
        }
        return pane;
    }

    private Node days() {
        FlowPane pane = pane("Seen since");
        var day = new TextField();
        day.setId("narrow-since");
        day.setPromptText("2024-01-31");
        day.setPrefColumnCount(DAY_COLUMNS);
        day.getStyleClass().addAll("small", "tag-field");
        day.setAccessibleText("Seen since");
        day.textProperty().bindBidirectional(model.since());
        pane.getChildren().add(day);
        for (NarrowViewModel.Year year : model.years()) {
            pane.getChildren()
                    .add(small(
                            String.format(Locale.ROOT, "%d: %,d", year.year(), year.since()),
                            () -> model.since().set(year.year() + "-01-01")));
        }
        if (model.years().isEmpty()) {
            var none = new Label("The answer gives no dates.");
            none.getStyleClass().add("property-support");
            pane.getChildren().add(none);
        }
        return pane;
    }

    private Node newest() {
        FlowPane pane = pane("The newest");
        var most = new TextField();
        most.setId("narrow-newest");
        most.setPromptText("all");
        most.setPrefColumnCount(NUMBER_COLUMNS);
        most.getStyleClass().addAll("small", "tag-field");
        most.setAccessibleText("The newest");
        most.textProperty().bindBidirectional(model.newest());
        pane.getChildren().add(most);
        for (int each : new int[] {NEWEST_USUAL / 10, NEWEST_USUAL, NEWEST_USUAL * 5}) {
            pane.getChildren()
                    .add(small(
                            String.format(Locale.ROOT, "%,d", each),
                            () -> model.newest().set(Integer.toString(each))));
        }
        return pane;
    }

    private Node buttons() {
        var take = new Button();
        take.setId("narrow-take");
        take.getStyleClass().addAll("accent", "small");
        take.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.format(
                                Locale.ROOT,
                                "Take %,d into the tray",
                                model.takes().get()),
                        model.takes()));
        take.disableProperty().bind(model.takes().lessThan(1));
        take.setOnAction(event -> model.take());
        var all = small(
                String.format(
                        Locale.ROOT, "Take all %,d all the same", model.answer().found()),
                model::takeAll);
        all.setId("narrow-all");
        var trouble = new Label();
        trouble.getStyleClass().add("settings-trouble");
        trouble.textProperty().bind(model.trouble());
        var row = new HBox(take, all, trouble);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("button-row");
        return row;
    }

    private static FlowPane pane(String words) {
        var pane = new FlowPane();
        pane.getStyleClass().add("tag-pane");
        pane.setRowValignment(javafx.geometry.VPos.CENTER);
        var label = new Label(words);
        label.getStyleClass().addAll("property-name", "narrow-name");
        pane.getChildren().add(label);
        return pane;
    }

    private static Button small(String words, Runnable action) {
        var button = new Button(words);
        button.getStyleClass().add("small");
        button.setOnAction(event -> action.run());
        return button;
    }
}
