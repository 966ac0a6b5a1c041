package tendril.ui.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import tendril.graph.Placement;
import tendril.indicator.Indicator;

/**
 * Nodes on their way to where a command puts them, with ghosts at the places they left for as long as it takes to see
 * what became of the picture. Shows only; writes nothing. FX thread only.
 */
final class Journey {
    /** With more nodes than this, frames are too slow for a movement to be seen as one. */
    private static final int MOVING_NODES_MAX = 3000;

    private static final long DURATION_NS = 350_000_000;
    private static final Duration GHOSTS_STAY = Duration.seconds(4);

    /** A node that moved less than this leaves no ghost, in world units. */
    private static final double GHOST_DISTANCE_MIN = 8;

    private final WorkbenchViewModel model;
    private final Runnable fit;
    private final PauseTransition stay = new PauseTransition(GHOSTS_STAY);
    private Map<Indicator, Placement> before = Map.of();
    private Map<Indicator, Placement> shown = Map.of();
    private long action;
    private boolean haunted;

    /** @param fit shows the whole graph */
    Journey(WorkbenchViewModel model, Runnable fit) {
        this.model = model;
        this.fit = fit;
        stay.setOnFinished(event -> hideGhosts());
        model.changes().addListener((property, old, now) -> {
            if (haunted && action != model.session().graph().lastSeq()) {
                hideGhosts();
            }
        });
    }

    /** A command is about to move some of these. */
    void begin(List<Placement> places) {
        hideGhosts();
        before = new HashMap<>();
        places.forEach(place -> before.put(place.indicator(), place));
        shown = new HashMap<>(before);
        action = model.session().graph().lastSeq();
    }

    /** They are there for now. */
    void show(List<Placement> places) {
        if (!places.isEmpty()) {
            showGhosts(places);
            places.forEach(place -> shown.put(place.indicator(), place));
            model.canvas().preview(places);
        }
    }

    /** Nothing comes of it: everything is shown where it was. */
    void callOff() {
        hideGhosts();
        model.canvas().preview(List.copyOf(before.values()));
    }

    /** They belong there, and the case says so by now; the others are shown where they were. */
    void end(List<Placement> places, boolean fitAfterwards) {
        action = model.session().graph().lastSeq();
        List<Placement> goals = goals(places);
        showGhosts(places);
        stay.playFromStart();
        boolean moving = !model.settings().get().reducedMotion() && goals.size() <= MOVING_NODES_MAX;
        if (moving) {
            new Transition(shown, goals, fitAfterwards).start();
        } else {
            model.canvas().preview(goals);
            arrived(fitAfterwards);
        }
    }

    /** Where to, of all that was shown anywhere else than where it was or will be. */
    private List<Placement> goals(List<Placement> places) {
        Map<Indicator, Placement> goals = new HashMap<>();
        shown.forEach((indicator, place) -> {
            Placement stood = before.get(indicator);
            if (stood != null && !stood.equals(place)) {
                goals.put(indicator, stood);
            }
        });
        places.forEach(place -> goals.put(place.indicator(), place));
        return List.copyOf(goals.values());
    }

    private void arrived(boolean fitAfterwards) {
        if (fitAfterwards) {
            fit.run();
        }
    }

    private void showGhosts(List<Placement> places) {
        List<Placement> left = new ArrayList<>();
        for (Placement place : places) {
            Placement stood = before.get(place.indicator());
            boolean moved =
                    stood != null && Math.hypot(stood.x() - place.x(), stood.y() - place.y()) >= GHOST_DISTANCE_MIN;
            if (moved) {
                left.add(stood);
            }
        }
        haunted = !left.isEmpty();
        model.canvas().showGhosts(left);
    }

    private void hideGhosts() {
        stay.stop();
        if (haunted) {
            haunted = false;
            model.canvas().showGhosts(List.of());
        }
    }

    /** A movement of a third of a second, unless the case goes on meanwhile. */
    private final class Transition extends AnimationTimer {
        private final Map<Indicator, Placement> from;
        private final List<Placement> to;
        private final boolean fitAfterwards;
        private long startedAt;

        Transition(Map<Indicator, Placement> from, List<Placement> to, boolean fitAfterwards) {
            this.from = Map.copyOf(from);
            this.to = to;
            this.fitAfterwards = fitAfterwards;
            model.canvas().preview(at(0));
        }

        @Override
        public void handle(long now) {
            startedAt = startedAt == 0 ? now : startedAt;
            boolean overtaken = model.session().graph().lastSeq() != action;
            double part = overtaken ? 1 : Math.min(1, (double) (now - startedAt) / DURATION_NS);
            if (!overtaken) {
                model.canvas().preview(part >= 1 ? to : at(part * part * (3 - 2 * part)));
            }
            if (part >= 1) {
                stop();
                arrived(fitAfterwards && !overtaken);
            }
        }

        private List<Placement> at(double part) {
            List<Placement> places = new ArrayList<>(to.size());
            for (Placement end : to) {
                Placement start = from.getOrDefault(end.indicator(), end);
                places.add(new Placement(
                        end.indicator(),
                        start.x() + (end.x() - start.x()) * part,
                        start.y() + (end.y() - start.y()) * part));
            }
            return places;
        }
    }
}
