package tendril.ui.popover;

import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tendril.graph.Evidence;
import tendril.graph.Link;
import tendril.graph.Support;
import tendril.pivot.Provider;
import tendril.ui.workbench.StatusViewModel;
import tendril.ui.workbench.WorkbenchViewModel;

/** Which sources' links stand out, and which step back. Confined to the FX thread. */
final class SourcesView extends VBox {
    private static final double WIDTH_PX = 360;

    SourcesView(WorkbenchViewModel model) {
        getStyleClass().addAll("card", "saved-selections");
        setId("sources");
        setPrefWidth(WIDTH_PX);
        var title = new Label("Links by source");
        title.getStyleClass().add("card-title");
        var hint = new Label("Links that only unticked sources state are drawn dotted and pale.");
        hint.getStyleClass().add("property-support");
        hint.setWrapText(true);
        getChildren().addAll(title, hint);
        Map<String, Integer> counts = linksByProvider(model);
        if (counts.isEmpty()) {
            getChildren().add(new Label("No source has stated a link in this case yet."));
        }
        counts.forEach((provider, count) -> {
            var box = new CheckBox(name(model, provider) + "  ·  " + StatusViewModel.number(count, "link", "links"));
            box.setSelected(!model.canvas().hiddenSources().contains(provider));
            box.selectedProperty()
                    .addListener((property, before, now) -> model.canvas().hideSource(provider, !now));
            getChildren().add(box);
        });
    }

    /** Takes the keys. */
    void begin() {
        getChildren().stream()
                .filter(CheckBox.class::isInstance)
                .findFirst()
                .ifPresent(javafx.scene.Node::requestFocus);
    }

    private static Map<String, Integer> linksByProvider(WorkbenchViewModel model) {
        var graph = model.session().graph();
        Map<String, Integer> counts = new TreeMap<>();
        graph.links()
                .map(Link::supports)
                .forEach(supports -> supports.stream()
                        .map(Support::citation)
                        .flatMap(citation -> graph.evidence(citation.evidence()).stream())
                        .map(Evidence::provider)
                        .distinct()
                        .forEach(provider -> counts.merge(provider, 1, Integer::sum)));
        return counts;
    }

    private static String name(WorkbenchViewModel model, String id) {
        return model.session().providers().all().stream()
                .filter(provider -> provider.id().equals(id))
                .map(Provider::name)
                .findFirst()
                .orElse(id);
    }
}
