package tendril.ui.workbench;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import tendril.graph.Moves;
import tendril.layout.CaseLayout;
import tendril.layout.Lanes;
import tendril.layout.LayoutRun;
import tendril.layout.Positions;
import tendril.layout.StopToken;

/**
 * Runs one layout at a time in the background, with progress, a look at how it goes, and a way to stop that keeps what
 * it has. Confined to the FX thread, but for the run itself.
 */
public final class LayoutRunner {
    /** Smaller graphs are done before helpers have begun, in nodes. */
    private static final int LANES_NODES_MIN = 2_000;

    private final Executor background;
    private final Lanes lanes;
    private final Executor fx;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private Optional<StopToken> stop = Optional.empty();

    /**
     * Hears of one run, on the FX thread.
     *
     * @param look  what positions on the way mean; asked on the layout's thread, and only if {@code live}
     * @param soFar where things are now; the next one comes only after this one was heard
     * @param done  where everything that moved has come to rest
     * @param live  whether anybody wants to see the run on its way
     */
    record Watcher(Function<Positions, Moves> look, Consumer<Moves> soFar, Consumer<Moves> done, boolean live) {}

    /**
     * A runner.
     *
     * @param background where layouts work
     * @param lanes      who helps them in a large graph
     * @param fx         the way back
     */
    public LayoutRunner(Executor background, Lanes lanes, Executor fx) {
        this.background = background;
        this.lanes = lanes;
        this.fx = fx;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Ends the run with what it has. */
    public void stop() {
        stop.ifPresent(StopToken::stop);
    }

    /** Runs this work on a case as it stands, unless another run is under way. */
    void run(CaseLayout layout, Function<LayoutRun, Moves> work, Watcher watcher) {
        if (running.get()) {
            return;
        }
        var token = new StopToken();
        stop = Optional.of(token);
        running.set(true);
        progress.set(0);
        boolean large = layout.nodes().size() >= LANES_NODES_MIN;
        var run = new LayoutRun(LayoutRun.DEFAULT_SEED, large ? lanes : Lanes.one(), token, progressOf(watcher));
        background.execute(() -> {
            Moves moves = work.apply(run);
            fx.execute(() -> {
                running.set(false);
                stop = Optional.empty();
                watcher.done().accept(moves);
            });
        });
    }

    /** Hands a look over only when the one before was taken, so that the run never waits and nothing piles up. */
    private LayoutRun.Progress progressOf(Watcher watcher) {
        var underWay = new AtomicBoolean();
        return (fraction, soFar) -> {
            if (!underWay.compareAndSet(false, true)) {
                return;
            }
            Moves now = watcher.live() ? watcher.look().apply(soFar.get()) : Moves.NONE;
            fx.execute(() -> {
                underWay.set(false);
                if (running.get()) {
                    progress.set(fraction);
                    watcher.soFar().accept(now);
                }
            });
        };
    }
}
