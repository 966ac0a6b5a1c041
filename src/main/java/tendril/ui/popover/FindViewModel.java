package tendril.ui.popover;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tendril.graph.CaseGraph;
import tendril.graph.Entity;
import tendril.indicator.Indicator;

/** Entities whose value, note or tags hold what is typed. Confined to the FX thread. */
public final class FindViewModel {
    /** More hits than this are not listed: typing on narrows them. */
    static final int HITS_MAX = 50;

    private final Supplier<CaseGraph> graph;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObservableList<Indicator> hits = FXCollections.observableArrayList();

    public FindViewModel(Supplier<CaseGraph> graph) {
        this.graph = graph;
        text.addListener((property, before, now) -> look(now));
    }

    public StringProperty text() {
        return text;
    }

    public ObservableList<Indicator> hits() {
        return hits;
    }

    private void look(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<Indicator> found = wanted.isEmpty()
                ? List.of()
                : graph.get()
                        .entities()
                        .filter(Entity::isDrawn)
                        .filter(entity -> holds(entity, wanted))
                        .map(Entity::indicator)
                        .limit(HITS_MAX)
                        .toList();
        hits.setAll(found);
    }

    private static boolean holds(Entity entity, String wanted) {
        return entity.indicator().value().toLowerCase(Locale.ROOT).contains(wanted)
                || entity.note().toLowerCase(Locale.ROOT).contains(wanted)
                || entity.tags().stream()
                        .anyMatch(tag -> tag.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
