package tendril.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.graph.Entity;
import tendril.graph.Flag;
import tendril.graph.Link;
import tendril.graph.Property;
import tendril.indicator.Indicator;
import tendril.ui.panel.DetailsViewModel.LinkLine;
import tendril.ui.panel.DetailsViewModel.Shown;

/** The details of the selection. Confined to the FX thread. */
public final class DetailsView extends ScrollPane {
    private static final int NOTE_ROWS = 3;

    private final DetailsViewModel model;
    private final PanelActions actions;
    private final VBox body = new VBox();

    public DetailsView(DetailsViewModel model, PanelActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("details");
        body.getStyleClass().add("details-body");
        setContent(body);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        model.shown().addListener((property, before, now) -> show(now));
        show(model.shown().get());
    }

    private void show(Shown shown) {
        if (shown instanceof Shown.One one && isTyping() && showsAlready(one)) {
            return;
        }
        body.getChildren()
                .setAll(
                        switch (shown) {
                            case Shown.Nothing nothing -> nothing(nothing);
                            case Shown.One one -> one(one);
                            case Shown.Several several -> several(several);
                            case Shown.Links links -> links(links);
                        });
        body.setUserData(shown);
        setVvalue(0);
    }

    /** Rebuilding under a person's typing hands would lose what they type. */
    private boolean isTyping() {
        return getScene() != null
                && getScene().getFocusOwner() instanceof TextArea area
                && area.getStyleClass().contains("note-editor");
    }

    private boolean showsAlready(Shown.One one) {
        return body.getUserData() instanceof Shown.One before
                && before.entity().indicator().equals(one.entity().indicator());
    }

    private static List<Node> nothing(Shown.Nothing nothing) {
        var icon = new FontIcon("mdi2c-cursor-default-click-outline");
        icon.getStyleClass().add("blank-mark");
        var text = new Label(nothing.entities() == 0 ? "The case is empty." : "Nothing is selected.");
        text.getStyleClass().add("blank-title");
        var more = new Label(
                nothing.entities() == 0
                        ? "Once it holds something, what is known about the selection stands here, and who says so."
                        : "Select a node or a link to see what is known about it and who says so.");
        more.getStyleClass().add("blank-text");
        more.setWrapText(true);
        var box = new VBox(icon, text, more);
        box.getStyleClass().add("blank");
        box.setAlignment(Pos.TOP_CENTER);
        return List.of(box);
    }

    private List<Node> one(Shown.One one) {
        Entity entity = one.entity();
        List<Node> parts = new ArrayList<>();
        parts.add(head(entity, one.defanged()));
        parts.add(flags(entity));
        parts.add(section("Note", noteEditor(entity)));
        parts.add(section("Tags", tags(entity)));
        if (!entity.properties().isEmpty()) {
            parts.add(section("Properties", properties(entity.properties())));
        }
        parts.add(section("Links (" + one.linkCount() + ")", linkList(one)));
        return parts;
    }

    private Node head(Entity entity, String defanged) {
        var type = new Label(entity.indicator().type().label());
        type.getStyleClass()
                .addAll("type-chip", "type-" + entity.indicator().type().id());
        var value = new Label(entity.indicator().value());
        value.getStyleClass().add("details-value");
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        var copy = small(
                "Copy",
                "mdi2c-content-copy",
                () -> actions.copy(entity.indicator().value()));
        var safe = small("Copy defanged", "mdi2s-shield-link-variant-outline", () -> actions.copy(defanged));
        var buttons = new HBox(copy, safe);
        buttons.getStyleClass().add("button-row");
        var head = new VBox(type, value, buttons);
        head.getStyleClass().add("details-head");
        return head;
    }

    private Node flags(Entity entity) {
        var row = new HBox();
        row.getStyleClass().add("flag-row");
        row.setAlignment(Pos.CENTER_LEFT);
        for (Flag flag : List.of(Flag.RED, Flag.YELLOW, Flag.GREEN, Flag.BLUE, Flag.PURPLE)) {
            String name = flag.name().toLowerCase(Locale.ROOT);
            var icon = new FontIcon(entity.flag() == flag ? "mdi2f-flag" : "mdi2f-flag-outline");
            icon.getStyleClass().addAll("flag-icon", "flag-" + name);
            var toggle = new ToggleButton("", icon);
            toggle.getStyleClass().addAll("button-icon", "flat", "flag-button");
            toggle.setSelected(entity.flag() == flag);
            toggle.setAccessibleText("Flag " + name);
            toggle.setTooltip(new Tooltip("Flag " + name));
            toggle.setOnAction(event -> model.flag(entity.indicator(), toggle.isSelected() ? flag : Flag.NONE));
            row.getChildren().add(toggle);
        }
        return row;
    }

    private Node noteEditor(Entity entity) {
        var area = new TextArea(entity.note());
        area.getStyleClass().add("note-editor");
        area.setId("note-editor");
        area.setPromptText("What do you know about it?");
        area.setWrapText(true);
        area.setPrefRowCount(NOTE_ROWS);
        area.setAccessibleText("Note on " + entity.indicator().value());
        area.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                model.note(entity.indicator(), area.getText());
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                model.note(entity.indicator(), area.getText());
                event.consume();
            }
        });
        return area;
    }

    private Node tags(Entity entity) {
        var pane = new FlowPane();
        pane.getStyleClass().add("tag-pane");
        entity.tags().forEach(tag -> {
            var chip = new Button(tag, new FontIcon("mdi2c-close"));
            chip.setMnemonicParsing(false);
            chip.getStyleClass().addAll("tag-chip", "small");
            chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
            chip.setAccessibleText("Remove tag " + tag);
            chip.setOnAction(event -> model.removeTag(entity, tag));
            pane.getChildren().add(chip);
        });
        var field = new TextField();
        field.setPromptText("Add a tag");
        field.setId("tag-field");
        field.getStyleClass().addAll("small", "tag-field");
        field.setPrefColumnCount(9);
        field.setOnAction(event -> model.addTag(entity, field.getText()));
        pane.getChildren().add(field);
        return pane;
    }

    private Node properties(List<Property> properties) {
        var grid = new GridPane();
        grid.getStyleClass().add("property-grid");
        int row = 0;
        for (Property property : properties) {
            var name = new Label(property.name());
            name.getStyleClass().add("property-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            var value = new Label(property.value());
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            value.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(value, Priority.ALWAYS);
            var support = new Hyperlink(DetailsViewModel.support(property));
            support.getStyleClass().add("property-support");
            support.setMinWidth(Region.USE_PREF_SIZE);
            support.setAccessibleText("Evidence for " + property.name() + " " + property.value());
            support.setTooltip(new Tooltip("Show the evidence"));
            support.setOnAction(
                    event -> actions.showEvidence(property.citations().getLast()));
            grid.addRow(row++, name, value, support);
        }
        return grid;
    }

    private Node linkList(Shown.One one) {
        var box = new VBox();
        box.getStyleClass().add("link-list");
        one.links().forEach(line -> box.getChildren().add(linkLine(line)));
        if (one.linkCount() > one.links().size()) {
            var rest = new Label("and " + (one.linkCount() - one.links().size()) + " more on the canvas");
            rest.getStyleClass().add("property-support");
            box.getChildren().add(rest);
        }
        if (one.linkCount() == 0) {
            var none = new Label("None in the graph yet. Double-click the node to expand it.");
            none.getStyleClass().add("blank-text");
            none.setWrapText(true);
            box.getChildren().add(none);
        }
        return box;
    }

    private Node linkLine(LinkLine line) {
        var icon = new FontIcon(line.out() ? "mdi2a-arrow-right" : "mdi2a-arrow-left");
        var label = new Label(line.label());
        label.getStyleClass().add("link-label");
        var other = new Label(line.other().value());
        other.getStyleClass().add("link-other");
        var words = new VBox(other, label);
        HBox.setHgrow(words, Priority.ALWAYS);
        var content = new HBox(icon, words);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("link-line-content");
        var button = new Button("", content);
        button.getStyleClass().addAll("flat", "link-line");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setAccessibleText(line.label() + " " + line.other().value());
        button.setOnAction(event -> actions.reveal(List.of(line.other())));
        return button;
    }

    private static List<Node> several(Shown.Several several) {
        var title = new Label(several.total() + " selected");
        title.getStyleClass().add("details-value");
        var grid = new GridPane();
        grid.getStyleClass().add("property-grid");
        int row = 0;
        for (DetailsViewModel.TypeCount type : several.types()) {
            var count = new Label(Integer.toString(type.count()));
            count.getStyleClass().add("property-support");
            var name = new Label(type.type());
            name.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(name, Priority.ALWAYS);
            grid.addRow(row++, name, count);
        }
        var head = new VBox(title);
        head.getStyleClass().add("details-head");
        return List.of(head, section("By type", grid));
    }

    private List<Node> links(Shown.Links links) {
        List<Node> parts = new ArrayList<>();
        for (Link link : links.links()) {
            var label = new Label(link.key().label());
            label.getStyleClass().add("details-value");
            label.setWrapText(true);
            var who = new Label(
                    link.isDrawnByAnalyst()
                            ? "Drawn by the analyst"
                            : link.supports().size() == 1
                                    ? "One piece of evidence"
                                    : link.supports().size() + " pieces of evidence");
            who.getStyleClass().add("property-support");
            var ends = new VBox(
                    end("From", link.key().from()), end("To", link.key().to()));
            ends.getStyleClass().add("link-list");
            var head = new VBox(label, who, ends);
            head.getStyleClass().add("details-head");
            parts.add(head);
            if (link.seen().first().isPresent() || link.seen().last().isPresent()) {
                parts.add(section(
                        "Seen",
                        new Label(link.seen().first().map(day -> day + " to ").orElse("last on ")
                                + link.seen().last().map(Object::toString).orElse("now"))));
            }
            if (!link.properties().isEmpty()) {
                parts.add(section("Properties", properties(link.properties())));
            }
        }
        return parts;
    }

    private Node end(String word, Indicator indicator) {
        var button = new Button(word + "  " + indicator.value());
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "link-line");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(event -> actions.reveal(List.of(indicator)));
        return button;
    }

    private static Node section(String title, Node content) {
        var heading = new Label(title);
        heading.getStyleClass().add("section-title");
        var box = new VBox(heading, content);
        box.getStyleClass().add("section");
        return box;
    }

    private static Button small(String name, String icon, Runnable action) {
        var button = new Button(name, new FontIcon(icon));
        button.getStyleClass().add("small");
        button.setOnAction(event -> action.run());
        return button;
    }
}
