package tendril.ui.canvas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tendril.graph.Entity;
import tendril.graph.Link;
import tendril.graph.LinkKey;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/** Goes from what is selected on the canvas to what is linked to it or like it. Confined to the case thread. */
public final class LinkedSelection {
    private final CanvasViewModel canvas;

    public LinkedSelection(CanvasViewModel canvas) {
        this.canvas = canvas;
    }

    /** Selects what the selected entities point to. */
    public void children() {
        linked(key ->
                Optional.of(key).filter(k -> selected().contains(k.from())).map(LinkKey::to));
    }

    /** Selects what points to the selected entities. */
    public void parents() {
        linked(key -> Optional.of(key).filter(k -> selected().contains(k.to())).map(LinkKey::from));
    }

    /** Adds everything one link away to the selection. */
    public void addNeighbours() {
        Set<Indicator> next = new LinkedHashSet<>(selected());
        selected()
                .forEach(each -> canvas.graph().linksOf(each).map(Link::key).forEach(key -> {
                    next.add(key.from());
                    next.add(key.to());
                }));
        canvas.select(canvas.drawn(next));
    }

    /** Selects the entities of the same types as the selected ones. */
    public void sameType() {
        List<IndicatorType> types =
                selected().stream().map(Indicator::type).distinct().toList();
        canvas.select(canvas.drawn(canvas.graph()
                .entities()
                .map(Entity::indicator)
                .filter(indicator -> types.contains(indicator.type()))
                .toList()));
    }

    /** Selects the entities that hang on one other only. */
    public void leaves() {
        canvas.select(canvas.drawn(canvas.graph()
                .entities()
                .map(Entity::indicator)
                .filter(indicator -> canvas.graph().neighbours(indicator).size() == 1)
                .toList()));
    }

    private Set<Indicator> selected() {
        return canvas.selection().get().entities();
    }

    private void linked(Function<LinkKey, Optional<Indicator>> other) {
        Set<Indicator> next = new LinkedHashSet<>();
        selected()
                .forEach(each -> canvas.graph()
                        .linksOf(each)
                        .map(Link::key)
                        .flatMap(key -> other.apply(key).stream())
                        .forEach(next::add));
        if (!next.isEmpty()) {
            canvas.select(canvas.drawn(next));
        }
    }
}
