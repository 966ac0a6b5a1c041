package tendril.ui.settings;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tendril.settings.ColourTheme;
import tendril.settings.MouseMode;

/** The pages of the settings dialog. Confined to the FX thread. */
final class SettingsPages {
    private static final int NUMBER_COLUMNS = 8;
    private static final int NOISE_ROWS = 14;

    private final SettingsViewModel model;

    SettingsPages(SettingsViewModel model) {
        this.model = model;
    }

    /** Whether a page has the field on it. */
    static boolean holds(Node page, SettingField field) {
        return page.getUserData() == field
                || page instanceof Parent parent
                        && parent.getChildrenUnmodifiable().stream().anyMatch(child -> holds(child, field));
    }

    Node sources() {
        VBox page = page();
        var group = new ToggleGroup();
        var embedded = new RadioButton("Built in: the demo corpus on this machine");
        var corpus = new RadioButton("Built in: a corpus of your own, filled with tendril ingest");
        var own = new RadioButton("A server of your own");
        embedded.setToggleGroup(group);
        corpus.setToggleGroup(group);
        own.setToggleGroup(group);
        embedded.setId("server-embedded");
        own.setId("server-own");
        corpus.setId("server-corpus");
        RadioButton builtIn = model.ownCorpus.get() ? corpus : embedded;
        (model.ownServer.get() ? own : builtIn).setSelected(true);
        corpus.selectedProperty().addListener((property, before, now) -> model.ownCorpus.set(now));
        own.selectedProperty().addListener((property, before, now) -> model.ownServer.set(now));
        Node address = field(model.server, "https://threatcrowd.example", "Address of the server", "server-address");
        address.disableProperty().bind(model.ownServer.not());
        Node file = field(model.corpus, "/data/team.corpus", "File of the corpus", "server-corpus-file");
        file.disableProperty().bind(model.ownCorpus.not());
        page.getChildren()
                .addAll(
                        heading("ThreatCrowd is asked at"),
                        embedded,
                        corpus,
                        file,
                        own,
                        address,
                        heading("How often it is asked"));
        model.rates.forEach(rate -> page.getChildren().add(rate(rate)));
        page.getChildren()
                .addAll(
                        heading("HTTP proxy"),
                        field(model.proxy, "none; or host:port", "HTTP proxy", "proxy"),
                        heading("Certificates trusted besides the system's own"),
                        field(model.authorities, "none; or a PEM file", "File of certificates", "authorities"),
                        hint(
                                "Another server, corpus, proxy or file of certificates opens the case anew with it; what is under"
                                        + " way is stopped and can be retried. SOCKS proxies are not supported."));
        return page;
    }

    private Node rate(SettingsViewModel.Rate rate) {
        String own = SettingsViewModel.words(rate.own());
        var name = new Label(rate.name());
        name.getStyleClass().add("property-name");
        Node text = field(
                rate.text(),
                rate.published() ? own + ", as it publishes" : "as fast as it answers",
                "How often " + rate.name() + " is asked",
                "rate-" + rate.id());
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(name, text);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("settings-row");
        var box = new VBox(
                row, hint("Like 3 per 30 s; 500 per day. All limits hold together. Empty leaves it at its own pace."));
        box.getStyleClass().add("settings-field");
        return box;
    }

    Node results() {
        VBox page = page();
        var forget = new Button("Forget what is remembered");
        forget.getStyleClass().add("small");
        forget.setOnAction(event -> {
            model.forgetOtherCases();
            forget.setText("Forgotten");
            forget.setDisable(true);
        });
        page.getChildren()
                .addAll(
                        heading("An answer with more new nodes than this goes to the tray"),
                        field(model.threshold, "25", "New nodes on the canvas", "threshold"),
                        heading("An answer with more results than this is refused until you narrow it"),
                        field(model.most, "10000", "Results of one answer", "most"),
                        heading("Other cases"),
                        check("Show in how many of your other cases a result stands", model.otherCases, "other-cases"),
                        hint("For this, hashes of the indicators of every case you open are kept beside the settings;"
                                + " the indicators themselves are not."),
                        forget);
        return page;
    }

    Node noise() {
        VBox page = page();
        var text = new TextArea();
        text.setId("own-noise");
        text.setPrefRowCount(NOISE_ROWS);
        text.getStyleClass().add("noise-editor");
        text.setPromptText("sinkhole\taddress\t192.0.2.1\ta sinkhole of our own\t4000");
        text.textProperty().bindBidirectional(model.noise.text());
        text.setAccessibleText("Your own list of known noise");
        text.setAccessibleHelp("Tab writes a tab; Shift and Tab goes back, Ctrl and Tab goes on.");
        page.setUserData(model.noise);
        page.getChildren()
                .addAll(
                        heading("Your own list of known noise"),
                        hint("One entry a line, fields apart by tabs: kind, how it matches, value, reason, and how many"
                                + " results to expect. Kinds: " + model.noiseKinds() + ". Matches: "
                                + model.noiseMatchers() + ". It overrules the list that comes with Tendril; the kind"
                                + " “fine” takes a warning away."),
                        text,
                        trouble(model.noise),
                        hint("Kept in " + model.noiseFile() + ". A line that makes no sense is passed over."));
        return page;
    }

    Node window() {
        VBox page = page();
        page.getChildren()
                .addAll(
                        heading("Your name, as the history and drawn links carry it"),
                        field(model.author, model.accountName(), "Your name", "author"),
                        heading("Colours"),
                        choice(model.theme, List.of(ColourTheme.DARK, ColourTheme.LIGHT), List.of("Dark", "Light")),
                        heading("Dragging on the empty canvas"),
                        choice(
                                model.mouse,
                                List.of(MouseMode.SELECT, MouseMode.PAN),
                                List.of("Selects", "Moves the view")),
                        heading("Other"),
                        check("Reduced motion: jump instead of moving", model.reducedMotion, "reduced-motion"),
                        check("Copy indicators defanged", model.copyDefanged, "copy-defanged"));
        return page;
    }

    private static VBox page() {
        var page = new VBox();
        page.getStyleClass().add("settings-page");
        return page;
    }

    private static Label heading(String words) {
        var label = new Label(words);
        label.getStyleClass().add("section-title");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label hint(String words) {
        var label = new Label(words);
        label.getStyleClass().add("settings-hint");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Node field(SettingField field, String prompt, String accessible, String id) {
        var input = new TextField();
        input.setId(id);
        input.setPromptText(prompt);
        input.setAccessibleText(accessible);
        if (id.equals("threshold") || id.equals("most")) {
            input.setPrefColumnCount(NUMBER_COLUMNS);
            input.setMaxWidth(Region.USE_PREF_SIZE);
        }
        input.textProperty().bindBidirectional(field.text());
        var box = new VBox(input, trouble(field));
        box.getStyleClass().add("settings-field");
        box.setUserData(field);
        return box;
    }

    private static Label trouble(SettingField field) {
        var label = new Label();
        label.getStyleClass().add("settings-trouble");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(field.trouble());
        label.visibleProperty().bind(field.trouble().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static CheckBox check(String words, BooleanProperty value, String id) {
        var box = new CheckBox(words);
        box.setId(id);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private static <T> Node choice(ObjectProperty<T> value, List<T> values, List<String> names) {
        var group = new ToggleGroup();
        var pane = new FlowPane();
        pane.getStyleClass().add("settings-choice");
        for (int i = 0; i < values.size(); i++) {
            T each = values.get(i);
            var button = new RadioButton(names.get(i));
            button.setToggleGroup(group);
            button.setSelected(each == value.get());
            button.setOnAction(event -> value.set(each));
            button.selectedProperty().addListener((property, before, now) -> {
                if (now) {
                    value.set(each);
                }
            });
            pane.getChildren().add(button);
        }
        return pane;
    }
}
