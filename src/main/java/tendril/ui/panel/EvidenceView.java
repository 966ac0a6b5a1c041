package tendril.ui.panel;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.graph.Citation;
import tendril.graph.Evidence;
import tendril.ui.panel.EvidenceViewModel.Line;

/** Evidence: the sources of the selection above, the raw answer of one of them below. Confined to the FX thread. */
public final class EvidenceView extends VBox {
    private static final double SOURCES_PART = 0.34;

    private static final AnswerText NOTHING = new AnswerText("", -1, -1);

    private final EvidenceViewModel model;
    private final PanelActions actions;
    private final ListView<Line> sources = new ListView<>();
    private final TextArea raw = new TextArea();
    private final Label request = new Label();
    private final Label hash = new Label();
    private final MenuButton compare = new MenuButton();
    private AnswerText whole = NOTHING;

    public EvidenceView(EvidenceViewModel model, PanelActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("evidence");
        var title = new Label();
        title.textProperty().bind(model.title());
        title.getStyleClass().add("evidence-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.visibleProperty().bind(model.title().isNotEmpty());
        title.managedProperty().bind(title.visibleProperty());
        sources.setItems(model.lines());
        sources.setCellFactory(view -> new LineCell());
        var nothing = new Label("Select a node or a link to see who says so, when, and in which bytes.");
        nothing.setWrapText(true);
        nothing.getStyleClass().add("blank-text");
        sources.setPlaceholder(nothing);
        sources.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> show(now));
        model.lines().addListener((javafx.collections.ListChangeListener<Line>) change -> {
            if (model.lines().isEmpty()) {
                show(null);
            } else {
                sources.getSelectionModel().selectFirst();
            }
        });
        raw.setEditable(false);
        raw.getStyleClass().add("raw-answer");
        raw.setAccessibleText("Raw answer");
        var answer = new VBox(answerHead(), raw);
        answer.getStyleClass().add("answer");
        VBox.setVgrow(raw, Priority.ALWAYS);
        var split = new SplitPane(sources, answer);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(SOURCES_PART);
        split.getStyleClass().add("main-split");
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(title, split);
        show(null);
    }

    private VBox answerHead() {
        request.setWrapText(true);
        request.getStyleClass().add("evidence-request");
        hash.getStyleClass().add("property-support");
        hash.setMinWidth(0);
        HBox.setHgrow(hash, Priority.ALWAYS);
        hash.setMaxWidth(Double.MAX_VALUE);
        compare.getStyleClass().add("small");
        var line = new HBox(
                hash,
                icon("mdi2s-shield-check-outline", "Verify the SHA-256", shown -> actions.tell(model.verified(shown))),
                icon("mdi2p-pound", "Copy the SHA-256", shown -> actions.copy(model.hash(shown))),
                icon("mdi2c-content-copy", "Copy the raw answer", shown -> actions.copy(whole.text())),
                icon("mdi2c-content-save-outline", "Save the raw answer as a file …", this::save));
        line.setAlignment(Pos.CENTER_LEFT);
        compare.visibleProperty().bind(Bindings.isNotEmpty(compare.getItems()));
        compare.managedProperty().bind(compare.visibleProperty());
        var head = new VBox(request, line, compare);
        head.getStyleClass().add("answer-head");
        head.visibleProperty().bind(request.textProperty().isNotEmpty());
        head.managedProperty().bind(head.visibleProperty());
        return head;
    }

    private Button icon(String code, String what, Consumer<Line> action) {
        var button = new Button("", new FontIcon(code));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        button.setOnAction(
                event -> Optional.ofNullable(sources.getSelectionModel().getSelectedItem())
                        .ifPresent(action));
        return button;
    }

    private void save(Line shown) {
        model.bytes(shown)
                .ifPresentOrElse(
                        body -> actions.save(model.fileName(shown), body), () -> actions.tell(model.verified(shown)));
    }

    /** Selects the line that a citation stands in. */
    public void choose(Citation citation) {
        model.lineOf(citation).ifPresent(line -> {
            sources.getSelectionModel().select(line);
            sources.scrollTo(line);
        });
    }

    /** Offers to compare with each other answer to the same question. */
    private void offerToCompare(Line line) {
        compare.getItems().clear();
        for (Evidence other : model.others(line)) {
            var item = new MenuItem("Compare with the answer of " + EvidenceViewModel.time(other));
            item.setOnAction(event -> {
                raw.setText(model.compared(line, other));
                raw.positionCaret(0);
            });
            compare.getItems().add(item);
        }
        compare.setText(
                compare.getItems().size() == 1
                        ? "1 other answer to this question"
                        : compare.getItems().size() + " other answers to this question");
    }

    private void show(@org.jspecify.annotations.Nullable Line line) {
        if (line == null) {
            request.setText("");
            hash.setText("");
            raw.clear();
            whole = NOTHING;
            compare.getItems().clear();
            return;
        }
        whole = model.answer(line);
        AnswerText answer = whole.excerpt();
        request.setText(line.evidence().map(found -> found.request()).orElse(""));
        hash.setText(model.proof(line));
        hash.setTooltip(new Tooltip("SHA-256 " + model.hash(line)));
        offerToCompare(line);
        raw.setWrapText(line.evidence().isEmpty());
        raw.setText(answer.text());
        if (answer.hasSpot()) {
            raw.selectRange(answer.end(), answer.start());
        } else {
            raw.positionCaret(0);
        }
    }

    private static final class LineCell extends ListCell<Line> {
        private final Label says = new Label();
        private final Label request = new Label();
        private final Label about = new Label();
        private final FontIcon icon = new FontIcon("mdi2f-file-document-outline");
        private final HBox line;

        LineCell() {
            about.getStyleClass().add("property-support");
            request.getStyleClass().add("property-support");
            var words = new VBox(says, request, about);
            words.setMinWidth(0);
            line = new HBox(icon, words);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("history-line");
            line.prefWidthProperty().bind(widthProperty().subtract(24));
            line.setMaxWidth(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(Line item, boolean empty) {
            super.updateItem(item, empty);
            boolean some = !empty && item != null;
            setGraphic(some ? line : null);
            setTooltip(null);
            if (some) {
                says.setText(item.source() + ": " + item.says());
                request.setText(item.request());
                request.setManaged(!item.request().isEmpty());
                request.setVisible(!item.request().isEmpty());
                about.setText(item.about());
                setTooltip(new Tooltip(says.getText() + "\n" + item.request() + "\n" + item.about()));
                icon.setIconLiteral(
                        item.evidence().isPresent() ? "mdi2f-file-document-outline" : "mdi2a-account-outline");
            }
        }
    }
}
