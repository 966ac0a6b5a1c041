package tendril.ui.workbench;

import java.util.BitSet;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import tendril.graph.Moves;
import tendril.picture.scene.Scene;
import tendril.ui.canvas.CanvasViewModel;
import tendril.ui.canvas.Spots;

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
    private final BitSet shown = new BitSet();
    private Scene before = Scene.empty();
    private long action;
    private boolean haunted;

    /** Shows journeys in one window; {@code fit} shows the whole graph. */
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

    /** A command is about to move something. */
    void begin() {
        hideGhosts();
        canvas().pointNowhere();
        shown.clear();
        before = canvas().scene().get();
        action = model.session().graph().lastSeq();
    }

    /** They are there for now. */
    void show(Moves moves) {
        Spots spots = canvas().nodes().spotsOf(moves);
        if (spots.size() > 0) {
            showGhosts(spots);
            for (int slot : spots.slots()) {
                shown.set(slot);
            }
            canvas().preview(spots);
        }
    }

    /** Nothing comes of it: everything is shown where it belongs. */
    void callOff() {
        hideGhosts();
        canvas().preview(canvas().nodes().homesOf(shown));
    }

    /**
     * They belong there.
     *
     * @param write         writes that into the case
     * @param fitAfterwards whether to show the whole graph when everything has arrived
     */
    void end(Moves moves, Runnable write, boolean fitAfterwards) {
        Scene from = canvas().scene().get();
        canvas().pointNowhere();
        write.run();
        action = model.session().graph().lastSeq();
        Spots moved = canvas().nodes().spotsOf(moves);
        for (int slot : moved.slots()) {
            shown.set(slot);
        }
        showGhosts(moved);
        stay.playFromStart();
        Spots goals = canvas().nodes().homesOf(shown);
        boolean moving = !model.settings().get().reducedMotion() && goals.size() <= MOVING_NODES_MAX;
        if (moving) {
            new Transition(from, goals, fitAfterwards).start();
        } else {
            canvas().preview(goals);
            arrived(fitAfterwards);
        }
    }

    private CanvasViewModel canvas() {
        return model.canvas();
    }

    private void arrived(boolean fitAfterwards) {
        if (fitAfterwards) {
            fit.run();
        }
    }

    private void showGhosts(Spots spots) {
        Spots left = Spots.of(spots.size());
        int count = 0;
        for (int i = 0; i < spots.size(); i++) {
            int slot = spots.slots()[i];
            if (before.hasNode(slot)) {
                double away = Math.hypot(before.x(slot) - spots.xs()[i], before.y(slot) - spots.ys()[i]);
                if (away >= GHOST_DISTANCE_MIN) {
                    left.set(count++, slot, before.x(slot), before.y(slot));
                }
            }
        }
        haunted = count > 0;
        canvas().showGhosts(left.first(count));
    }

    private void hideGhosts() {
        stay.stop();
        if (haunted) {
            haunted = false;
            canvas().showGhosts(Spots.of(0));
        }
    }

    /** A movement of a third of a second, unless the case goes on meanwhile. */
    private final class Transition extends AnimationTimer {
        private final Scene from;
        private final Spots to;
        private final boolean fitAfterwards;
        private long startedAt;

        Transition(Scene from, Spots to, boolean fitAfterwards) {
            this.from = from;
            this.to = to;
            this.fitAfterwards = fitAfterwards;
            canvas().preview(at(0));
        }

        @Override
        public void handle(long now) {
            startedAt = startedAt == 0 ? now : startedAt;
            boolean overtaken = model.session().graph().lastSeq() != action;
            double part = overtaken ? 1 : Math.min(1, (double) (now - startedAt) / DURATION_NS);
            if (!overtaken) {
                canvas().preview(part >= 1 ? to : at(part * part * (3 - 2 * part)));
            }
            if (part >= 1) {
                stop();
                arrived(fitAfterwards && !overtaken);
            }
        }

        private Spots at(double part) {
            Spots spots = Spots.of(to.size());
            for (int i = 0; i < to.size(); i++) {
                int slot = to.slots()[i];
                double x = from.hasNode(slot) ? from.x(slot) : to.xs()[i];
                double y = from.hasNode(slot) ? from.y(slot) : to.ys()[i];
                spots.set(i, slot, x + (to.xs()[i] - x) * part, y + (to.ys()[i] - y) * part);
            }
            return spots;
        }
    }
}
