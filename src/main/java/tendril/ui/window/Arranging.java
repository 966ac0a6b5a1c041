package tendril.ui.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.animation.AnimationTimer;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.layout.LayoutKind;
import tendril.ui.Notices;

/** Carries out layout commands: runs them, writes what moved into the case, and shows the way there. FX thread only. */
final class Arranging {
    private final WorkbenchViewModel model;
    private final LayoutRunner layouts;
    private final Notices notices;
    private final Runnable fit;

    /**
     * Layouts for one window.
     *
     * @param fit shows the whole graph; called when a layout has come to rest
     */
    Arranging(WorkbenchViewModel model, LayoutRunner layouts, Notices notices, Runnable fit) {
        this.model = model;
        this.layouts = layouts;
        this.notices = notices;
        this.fit = fit;
    }

    /** Arranges the selection, or everything when less than two nodes are selected. */
    void run(LayoutKind kind) {
        Set<Indicator> selected = model.canvas().selection().get().entities();
        Set<Indicator> only = selected.size() > 1 ? selected : Set.of();
        layouts.run(kind, model.session().graph(), only, this::arranged);
    }

    private void arranged(LayoutKind kind, List<Placement> places) {
        if (places.isEmpty()) {
            notices.note("Everything is where this layout would put it.");
            return;
        }
        List<Placement> before = model.canvas()
                .placesOf(places.stream().map(Placement::indicator).toList());
        model.session().edits().arrange(kind.label() + " layout", places);
        boolean moving = !model.settings().get().reducedMotion() && places.size() <= Transition.NODES_MAX;
        if (moving) {
            model.canvas().preview(before);
            new Transition(before, places).start();
        } else {
            fit.run();
        }
    }

    /** Nodes on their way from where they were to where they belong. */
    private final class Transition extends AnimationTimer {
        /** With more nodes than this, frames are too slow for a movement to be seen as one. */
        static final int NODES_MAX = 3000;

        private static final long DURATION_NS = 350_000_000;

        private final Map<Indicator, Placement> from = new HashMap<>();
        private final List<Placement> to;
        private final long action = model.session().graph().lastSeq();
        private long startedAt;

        Transition(List<Placement> before, List<Placement> after) {
            before.forEach(place -> from.put(place.indicator(), place));
            to = after;
        }

        @Override
        public void handle(long now) {
            startedAt = startedAt == 0 ? now : startedAt;
            boolean overtaken = model.session().graph().lastSeq() != action;
            double part = overtaken ? 1 : Math.min(1, (double) (now - startedAt) / DURATION_NS);
            double eased = part * part * (3 - 2 * part);
            List<Placement> shown = new ArrayList<>(to.size());
            for (Placement end : to) {
                Placement start = from.getOrDefault(end.indicator(), end);
                shown.add(new Placement(
                        end.indicator(),
                        start.x() + (end.x() - start.x()) * eased,
                        start.y() + (end.y() - start.y()) * eased));
            }
            if (!overtaken) {
                model.canvas().preview(part >= 1 ? to : shown);
            }
            if (part >= 1) {
                stop();
                fit.run();
            }
        }
    }
}
