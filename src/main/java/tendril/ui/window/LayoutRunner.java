package tendril.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import tendril.graph.CaseGraph;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.layout.CaseLayout;
import tendril.layout.Lanes;
import tendril.layout.LayoutKind;
import tendril.layout.LayoutRun;
import tendril.layout.StopToken;

/**
 * Runs one layout at a time in the background, with progress and a way to stop that keeps what it has. Confined to the
 * FX thread, but for the run itself.
 */
final class LayoutRunner {
    private final Executor background;
    private final Executor fx;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private Optional<StopToken> stop = Optional.empty();

    /**
     * A runner.
     *
     * @param background where layouts work
     * @param fx         the way back
     */
    LayoutRunner(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Ends the run with what it has. */
    void stop() {
        stop.ifPresent(StopToken::stop);
    }

    /**
     * Arranges the drawn entities of a case.
     *
     * @param only   the entities that may move; all when empty
     * @param result told what moved where, unless another layout is running
     */
    void run(LayoutKind kind, CaseGraph graph, Set<Indicator> only, BiConsumer<LayoutKind, List<Placement>> result) {
        if (running.get()) {
            return;
        }
        var token = new StopToken();
        stop = Optional.of(token);
        running.set(true);
        progress.set(0);
        CaseLayout layout = CaseLayout.of(graph);
        var run = new LayoutRun(
                LayoutRun.DEFAULT_SEED,
                Lanes.one(),
                token,
                (fraction, soFar) -> fx.execute(() -> progress.set(fraction)));
        background.execute(() -> {
            List<Placement> placements = layout.arrange(kind.engine(), only, run);
            fx.execute(() -> {
                running.set(false);
                stop = Optional.empty();
                result.accept(kind, placements);
            });
        });
    }
}
