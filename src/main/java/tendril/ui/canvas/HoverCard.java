package tendril.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import tendril.graph.CaseGraph;
import tendril.graph.Entity;
import tendril.graph.LinkKey;

/** A card beside what the pointer rests on: the whole value, its type, and counts. Confined to the FX thread. */
final class HoverCard extends VBox {
    private static final Duration DELAY = Duration.millis(350);
    private static final double WIDTH_PX_MAX = 380;
    private static final double GAP_PX = 18;
    private static final int LINKS_LISTED_MAX = 6;

    private final CanvasViewModel model;
    private final Label title = new Label();
    private final Label text = new Label();
    private final PauseTransition delay = new PauseTransition(DELAY);
    private double x;
    private double y;

    HoverCard(CanvasViewModel model) {
        this.model = model;
        getStyleClass().addAll("card", "hover-card");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        title.getStyleClass().add("hover-title");
        title.setWrapText(true);
        text.getStyleClass().add("hover-text");
        text.setWrapText(true);
        getChildren().addAll(title, text);
        delay.setOnFinished(event -> open());
        model.hover().addListener((property, before, now) -> changed(now));
    }

    /** The pointer is there. */
    void follow(double pointerX, double pointerY) {
        x = pointerX;
        y = pointerY;
    }

    private void changed(Hover now) {
        setVisible(false);
        delay.stop();
        if (!(now instanceof Hover.OverNothing)) {
            delay.playFromStart();
        }
    }

    private void open() {
        CaseGraph graph = model.graph();
        boolean some = switch (model.hover().get()) {
            case Hover.OverNothing nothing -> false;
            case Hover.OverSeveral several -> false;
            case Hover.OverNode over -> node(graph, over.item());
            case Hover.OverLinks over -> links(over.links());
        };
        if (some && getParent() instanceof Region canvas) {
            double width = Math.min(WIDTH_PX_MAX, prefWidth(-1));
            double height = prefHeight(width);
            double left = x + GAP_PX + width > canvas.getWidth() ? x - GAP_PX - width : x + GAP_PX;
            double top = Math.min(y + GAP_PX, canvas.getHeight() - height - GAP_PX);
            resizeRelocate(Math.round(Math.max(0, left)), Math.round(Math.max(0, top)), width, height);
            setVisible(true);
        }
    }

    private boolean node(CaseGraph graph, CanvasItem item) {
        return switch (item) {
            case CanvasItem.OfEntity of ->
                graph.entity(of.indicator())
                        .map(entity -> say(of.indicator().value(), about(graph, entity)))
                        .orElse(false);
            case CanvasItem.OfCollection of ->
                graph.collection(of.id())
                        .map(collection -> say(
                                collection.label(),
                                List.of(
                                        "Collection of " + collection.members().size(),
                                        "Double-click opens it in place.")))
                        .orElse(false);
        };
    }

    private static List<String> about(CaseGraph graph, Entity entity) {
        List<String> lines = new ArrayList<>();
        int neighbours = graph.neighbours(entity.indicator()).size();
        long links = graph.linksOf(entity.indicator()).count();
        lines.add(entity.indicator().type().label() + " · "
                + (neighbours == 1 ? "1 neighbour" : neighbours + " neighbours") + " · "
                + (links == 1 ? "1 link" : links + " links"));
        votes(entity).ifPresent(lines::add);
        if (!entity.note().isEmpty()) {
            lines.add("Note: " + entity.note());
        }
        if (!entity.tags().isEmpty()) {
            lines.add("Tags: " + String.join(", ", entity.tags()));
        }
        return lines;
    }

    private static Optional<String> votes(Entity entity) {
        return entity.values("votes").stream().findFirst().map(value -> switch (value) {
            case "-1" -> "Votes: most say malicious";
            case "0" -> "Votes: a tie";
            case "1" -> "Votes: most say not malicious";
            default -> "Votes: " + value;
        });
    }

    private boolean links(List<LinkKey> links) {
        LinkKey first = links.getFirst();
        List<String> lines = new ArrayList<>();
        links.stream()
                .limit(LINKS_LISTED_MAX)
                .forEach(key -> lines.add(key.from().value() + " → " + key.to().value()));
        if (links.size() > LINKS_LISTED_MAX) {
            lines.add("and " + (links.size() - LINKS_LISTED_MAX) + " more");
        }
        return say(links.size() == 1 ? first.label() : links.size() + " links", lines);
    }

    private boolean say(String heading, List<String> lines) {
        title.setText(heading);
        text.setText(String.join("\n", lines));
        return true;
    }
}
