package tendril.ui.tray;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.indicator.IndicatorType;
import tendril.settings.Taking;

/**
 * The tray: results that were too many for the canvas, to be kept or dropped. Space ticks, Enter keeps, Delete drops.
 * Confined to the FX thread.
 */
public final class TrayView extends BorderPane {
    private static final double ANSWER_PX = 46;
    private static final double ANSWERS_WIDTH_PX = 230;
    private static final double SPINNER_PX = 78;
    private static final int THRESHOLD_STEP = 5;

    private final TrayViewModel model;
    private final TrayTable table;
    private final ListView<AnswerLine> answers = new ListView<>();
    private final HBox chips = new HBox();
    private final TextField filter = new TextField();
    private boolean narrowing;

    /**
     * The view.
     *
     * @param threshold how many new nodes an answer may put on the canvas; a person may change it here
     */
    public TrayView(TrayViewModel model, IntegerProperty threshold) {
        this.model = model;
        table = new TrayTable(model);
        getStyleClass().addAll("queue", "tray");
        listAnswers();
        model.types().addListener((ListChangeListener<TrayViewModel.TypeCount>) change -> showChips());
        model.type().addListener((property, before, now) -> showChips());
        filter.setPromptText("Filter");
        filter.setId("tray-filter");
        filter.setPrefColumnCount(12);
        filter.setMinWidth(70);
        filter.getStyleClass().addAll("small", "tag-field");
        filter.textProperty().bindBidirectional(model.filter());
        showChips();
        chips.getStyleClass().add("tray-types");
        var centre = new VBox(chips, table, bar(threshold));
        VBox.setVgrow(table, Priority.ALWAYS);
        Node blank = placeholder(threshold);
        model.answers().addListener((ListChangeListener<AnswerLine>) change -> show(centre, blank));
        model.shown().addListener((property, before, now) -> {
            narrowing = narrowing && before.map(AnswerLine::request).equals(now.map(AnswerLine::request));
            show(centre, blank);
        });
        show(centre, blank);
    }

    private void show(Node centre, Node blank) {
        Optional<AnswerLine> shown = model.shown().get();
        setLeft(shown.isEmpty() ? null : answers);
        if (shown.isEmpty()) {
            setCenter(blank);
        } else if (shown.get().refused() || narrowing) {
            setCenter(new NarrowView(model.narrowing(shown.get())));
        } else {
            setCenter(centre);
        }
    }

    private void listAnswers() {
        answers.setItems(model.answers());
        answers.setFixedCellSize(ANSWER_PX);
        answers.setPrefWidth(ANSWERS_WIDTH_PX);
        answers.getStyleClass().add("tray-answers");
        answers.setCellFactory(list -> new AnswerCell());
        answers.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.shown().set(Optional.of(now));
            }
        });
        model.shown().addListener((property, before, now) -> now.ifPresent(this::selectAnswer));
        model.shown().get().ifPresent(this::selectAnswer);
    }

    private void selectAnswer(AnswerLine answer) {
        answers.getSelectionModel().select(answer);
    }

    private void showChips() {
        chips.getChildren().clear();
        var group = new ToggleGroup();
        chips.getChildren().add(chip("All", Optional.empty(), group));
        model.types()
                .forEach(each -> chips.getChildren()
                        .add(chip(
                                String.format(Locale.ROOT, "%s %,d", each.type().label(), each.count()),
                                Optional.of(each.type()),
                                group)));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        chips.getChildren().addAll(space, filter);
    }

    private ToggleButton chip(String text, Optional<IndicatorType> type, ToggleGroup group) {
        var chip = new ToggleButton(text);
        chip.setToggleGroup(group);
        chip.setSelected(model.type().get().equals(type));
        chip.getStyleClass().addAll("small", "tray-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setOnAction(event -> model.type().set(type));
        return chip;
    }

    private FlowPane bar(IntegerProperty threshold) {
        var summary = new Label();
        summary.textProperty().bind(model.summary());
        summary.getStyleClass().add("queue-header");
        var differently = new Button("Narrow …", new FontIcon("mdi2f-filter-outline"));
        differently.getStyleClass().addAll("flat", "small");
        differently.setMinWidth(Region.USE_PREF_SIZE);
        differently.setTooltip(new Tooltip("Take other results of this answer into the tray"));
        differently.setOnAction(event -> {
            narrowing = true;
            model.shown().get().ifPresent(shown -> setCenter(new NarrowView(model.narrowing(shown))));
        });
        model.answers().addListener((ListChangeListener<AnswerLine>) change -> narrowing = false);
        // What changes its length stands last, so that no button moves away under the pointer.
        var bar = new FlowPane(
                button("Keep", "mdi2c-check", model::keep),
                button("Keep as collection", "mdi2s-select-group", model::keepAsCollection),
                button("Drop", "mdi2c-close", model::drop),
                differently,
                limit(threshold),
                summary);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("queue-bar", "tray-bar");
        return bar;
    }

    /** How many new nodes go straight onto the canvas, to be changed where it is felt. */
    private static HBox limit(IntegerProperty threshold) {
        var words = new Label("Lands here above");
        words.getStyleClass().add("queue-header");
        words.setMinWidth(Region.USE_PREF_SIZE);
        var spinner = new Spinner<Integer>(1, Taking.THRESHOLD_MAX, threshold.get(), THRESHOLD_STEP);
        spinner.setEditable(true);
        spinner.setPrefWidth(SPINNER_PX);
        spinner.setMinWidth(SPINNER_PX);
        spinner.getStyleClass().addAll("small", "tray-threshold");
        spinner.getEditor().setAccessibleText("An answer with more new nodes than this lands in the tray");
        spinner.setTooltip(new Tooltip("An answer with more new nodes than this lands in the tray"));
        spinner.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                threshold.set(now);
            }
        });
        threshold.addListener(
                (property, before, now) -> spinner.getValueFactory().setValue(now.intValue()));
        var box = new HBox(words, spinner);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("tray-limit");
        return box;
    }

    /** Acts on what is ticked, or on all that is shown when nothing is; the button says how many. */
    private Button button(String name, String icon, Consumer<List<TrayRow>> action) {
        var button = new Button(name, new FontIcon(icon));
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.format(
                                Locale.ROOT,
                                model.ticked().get() == 0 ? "%s (all %,d)" : "%s (%,d)",
                                name,
                                model.ticked().get() == 0
                                        ? model.rows().size()
                                        : model.ticked().get()),
                        model.ticked(),
                        model.rows()));
        button.disableProperty()
                .bind(Bindings.isEmpty(model.rows()).and(model.ticked().isEqualTo(0)));
        button.setOnAction(event -> action.accept(model.chosen()));
        return button;
    }

    private static VBox placeholder(IntegerProperty threshold) {
        var title = new Label("Nothing waits here");
        title.getStyleClass().add("blank-title");
        var text = new Label("Answers with many new results land here first, so that the canvas stays readable.");
        text.getStyleClass().add("blank-text");
        HBox limit = limit(threshold);
        limit.setAlignment(Pos.CENTER);
        var box = new VBox(title, text, limit);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("blank");
        return box;
    }

    /** One answer: what was asked about, and its true number of results. */
    private static final class AnswerCell extends ListCell<AnswerLine> {
        private final Label about = new Label();
        private final Label words = new Label();
        private final FontIcon warning = new FontIcon("mdi2a-alert-outline");
        private final VBox lines = new VBox(about, words);

        AnswerCell() {
            words.getStyleClass().add("property-support");
            warning.getStyleClass().add("menu-warning");
            lines.setAlignment(Pos.CENTER_LEFT);
            lines.setMinWidth(0);
            lines.setPrefWidth(0);
        }

        @Override
        protected void updateItem(AnswerLine answer, boolean empty) {
            super.updateItem(answer, empty);
            boolean some = !empty && answer != null;
            setGraphic(some ? lines : null);
            if (some) {
                about.setText(answer.about().value());
                words.setText(answer.words() + " · " + answer.pivot());
                words.setGraphic(answer.refused() ? warning : null);
            }
        }
    }
}
