package tendril.ui.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tendril.settings.Settings;

/**
 * The settings dialog: pages at the left, the fields of one page at the right, nothing kept until Save. Before a source
 * is asked faster than it publishes, it asks whether the operator has agreed. Confined to the FX thread.
 */
public final class SettingsView extends VBox {
    private static final double WIDTH_PX = 780;
    private static final double HEIGHT_PX = 580;
    private static final double PAGES_PX = 150;

    private final SettingsViewModel model;
    private final Consumer<Settings> keep;
    private final Runnable close;
    private final Map<String, Node> pages = new LinkedHashMap<>();
    private final ListView<String> names = new ListView<>();
    private final ScrollPane page = new ScrollPane();
    private final HBox foot = new HBox();
    private final Label message = new Label();

    /**
     * The view.
     *
     * @param keep  takes the settings once they are saved
     * @param close closes the dialog
     */
    public SettingsView(SettingsViewModel model, Consumer<Settings> keep, Runnable close) {
        this.model = model;
        this.keep = keep;
        this.close = close;
        getStyleClass().addAll("card", "settings");
        setPrefSize(WIDTH_PX, HEIGHT_PX);
        var title = new Label("Settings");
        title.getStyleClass().add("card-title");
        var form = new SettingsPages(model);
        pages.put("Sources", form.sources());
        pages.put("Results", form.results());
        pages.put("Known noise", form.noise());
        pages.put("Window and you", form.window());
        names.getItems().setAll(pages.keySet());
        names.getStyleClass().add("settings-pages");
        names.setId("settings-pages");
        names.setMinWidth(PAGES_PX);
        names.setPrefWidth(PAGES_PX);
        names.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> show(now));
        page.setFitToWidth(true);
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        page.setFocusTraversable(false);
        HBox.setHgrow(page, Priority.ALWAYS);
        var middle = new HBox(names, page);
        middle.getStyleClass().add("settings-middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        message.getStyleClass().add("settings-trouble");
        message.setWrapText(true);
        message.setMaxWidth(Double.MAX_VALUE);
        message.setMinWidth(0);
        HBox.setHgrow(message, Priority.ALWAYS);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getStyleClass().add("button-row");
        getChildren().addAll(title, middle, foot);
        showButtons();
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                save();
                event.consume();
            }
        });
        names.getSelectionModel().selectFirst();
    }

    /** Puts the focus on the list of pages. */
    public void begin() {
        names.requestFocus();
    }

    private void show(@org.jspecify.annotations.Nullable String name) {
        Optional.ofNullable(name).map(pages::get).ifPresent(page::setContent);
        page.setVvalue(0);
    }

    private void showButtons() {
        var cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close.run());
        var save = new Button("Save");
        save.setId("settings-save");
        save.getStyleClass().add("accent");
        save.setOnAction(event -> save());
        buttons(cancel, save);
    }

    private void buttons(Button... buttons) {
        foot.getChildren().setAll(message);
        for (Button button : buttons) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            foot.getChildren().add(button);
        }
    }

    private void save() {
        Optional<SettingField> bad = model.firstTrouble();
        if (bad.isPresent()) {
            message.setText(bad.get().trouble().get());
            pages.entrySet().stream()
                    .filter(entry -> SettingsPages.holds(entry.getValue(), bad.get()))
                    .findFirst()
                    .ifPresent(entry -> names.getSelectionModel().select(entry.getKey()));
            return;
        }
        List<SettingsViewModel.Rate> unagreed = model.unagreed();
        if (!unagreed.isEmpty()) {
            ask(unagreed.getFirst());
            return;
        }
        Optional<String> unkept = model.keepNoise();
        if (unkept.isPresent()) {
            message.setText(unkept.get());
            return;
        }
        Settings now = model.result();
        close.run();
        keep.accept(now);
    }

    /** Asks for the operator's word; without it the published rate stays. */
    private void ask(SettingsViewModel.Rate rate) {
        message.setText(rate.name() + " publishes " + SettingsViewModel.words(rate.own())
                + ". Has its operator agreed to " + rate.text().value() + "?");
        var no = new Button("No, keep the published rate");
        no.setId("operator-no");
        no.setOnAction(event -> {
            rate.text().text().set("");
            afterAnswer();
        });
        var yes = new Button("Yes, agreed");
        yes.setId("operator-agreed");
        yes.setOnAction(event -> {
            rate.agreed().set(true);
            afterAnswer();
        });
        buttons(yes, no);
        no.requestFocus();
    }

    private void afterAnswer() {
        message.setText("");
        showButtons();
        save();
    }
}
