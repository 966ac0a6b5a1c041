package tendril.ui.popover;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tendril.ui.CaseDesk;

/** What an empty canvas shows: what to do first, and the field to do it in. Confined to the FX thread. */
public final class EmptyStateView extends VBox {
    private static final double WIDTH_PX = 520;
    private static final double NAME_WIDTH_MAX_PX = 260;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    /** How many cases of each kind are offered. */
    private static final int OFFERED_MAX = 3;

    private final VBox carryOn = new VBox();
    private final ZoneId zone;

    public EmptyStateView(QuickAddView field, ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        setMaxSize(WIDTH_PX, Region.USE_PREF_SIZE);
        var mark = new FontIcon("mdi2g-graph-outline");
        mark.getStyleClass().add("empty-mark");
        var title = new Label("Start with what you know");
        title.getStyleClass().add("empty-title");
        var text = new Label(
                "One indicator from a report is enough. Tendril asks its sources and grows the graph from it.");
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var hints = new FlowPane(
                hint("Enter", "add"),
                hint("Double-click", "expand"),
                hint("Right-click", "pivots"),
                hint("F1", "all keys"));
        hints.getStyleClass().add("empty-hints");
        hints.setAlignment(Pos.CENTER);
        carryOn.getStyleClass().add("empty-cases");
        carryOn.setAlignment(Pos.CENTER_LEFT);
        carryOn.setMaxWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(mark, title, text, field, hints, carryOn);
        offer(List.of(), List.of(), file -> {});
    }

    /** Offers cases to carry on with: those never named first, because nothing else leads to them. */
    public void offer(List<CaseDesk.Unnamed> unnamed, List<Path> recent, Consumer<Path> open) {
        carryOn.getChildren().clear();
        if (!unnamed.isEmpty()) {
            carryOn.getChildren().add(heading("Not saved under a name yet"));
            unnamed.stream()
                    .limit(OFFERED_MAX)
                    .map(each -> link(
                            each.begins() + " …",
                            WHEN.format(each.changedAt().atZone(zone)),
                            "mdi2f-file-clock-outline",
                            () -> open.accept(each.file())))
                    .forEach(carryOn.getChildren()::add);
        }
        if (!recent.isEmpty()) {
            carryOn.getChildren().add(heading("Open again"));
            recent.stream()
                    .limit(OFFERED_MAX)
                    .map(file -> link(
                            String.valueOf(file.getFileName()),
                            String.valueOf(file.toAbsolutePath().getParent()),
                            "mdi2h-history",
                            () -> open.accept(file)))
                    .forEach(carryOn.getChildren()::add);
        }
        boolean any = !carryOn.getChildren().isEmpty();
        carryOn.setVisible(any);
        carryOn.setManaged(any);
    }

    private static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add("empty-cases-heading");
        return label;
    }

    private static Hyperlink link(String name, String detail, String icon, Runnable open) {
        var aside = new Label(detail);
        aside.getStyleClass().add("empty-hint");
        var what = new Label(name);
        what.setMaxWidth(NAME_WIDTH_MAX_PX);
        var row = new HBox(new FontIcon(icon), what, aside);
        row.getStyleClass().add("empty-case");
        row.setAlignment(Pos.CENTER_LEFT);
        var link = new Hyperlink("", row);
        link.setAccessibleText(name + ", " + detail);
        link.setOnAction(event -> open.run());
        return link;
    }

    private static Label hint(String key, String does) {
        var cap = new Label(key);
        cap.getStyleClass().add("key-cap");
        var label = new Label(does, cap);
        label.getStyleClass().add("empty-hint");
        return label;
    }
}
