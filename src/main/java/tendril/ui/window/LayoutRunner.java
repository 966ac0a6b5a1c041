package tendril.ui.window;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import tendril.graph.CaseGraph;
import tendril.graph.Entity;
import tendril.graph.Link;
import tendril.graph.Placement;
import tendril.indicator.Indicator;
import tendril.layout.Lanes;
import tendril.layout.LayoutGraph;
import tendril.layout.LayoutKind;
import tendril.layout.LayoutRun;
import tendril.layout.Positions;
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
    void run(
            LayoutKind kind,
            CaseGraph graph,
            java.util.Collection<Indicator> only,
            BiConsumer<LayoutKind, List<Placement>> result) {
        if (running.get()) {
            return;
        }
        var token = new StopToken();
        stop = Optional.of(token);
        running.set(true);
        progress.set(0);
        Job job = Job.of(graph, only);
        var run = new LayoutRun(
                LayoutRun.DEFAULT_SEED,
                Lanes.one(),
                token,
                (fraction, soFar) -> fx.execute(() -> progress.set(fraction)));
        background.execute(() -> {
            Positions positions = kind.engine().arrange(job.graph(), run);
            List<Placement> placements = job.moved(positions);
            fx.execute(() -> {
                running.set(false);
                stop = Optional.empty();
                result.accept(kind, placements);
            });
        });
    }

    /** A case as the engines see it, and who is who. */
    private record Job(List<Indicator> nodes, LayoutGraph graph) {
        static Job of(CaseGraph graph, java.util.Collection<Indicator> only) {
            List<Entity> entities = graph.entities().filter(Entity::isDrawn).toList();
            var numbers = new java.util.HashMap<Indicator, Integer>();
            entities.forEach(entity -> numbers.put(entity.indicator(), numbers.size()));
            List<int[]> lines = new ArrayList<>();
            graph.links().map(Link::key).forEach(key -> {
                Integer from = numbers.get(key.from());
                Integer to = numbers.get(key.to());
                if (from != null && to != null) {
                    lines.add(new int[] {from, to});
                }
            });
            int[] from = lines.stream().mapToInt(line -> line[0]).toArray();
            int[] to = lines.stream().mapToInt(line -> line[1]).toArray();
            double[] xs = coordinates(entities, true);
            double[] ys = coordinates(entities, false);
            LayoutGraph whole = LayoutGraph.of(entities.size(), from, to)
                    .withStart(Positions.of(xs, ys))
                    .withGroups(node -> entities.get(node).indicator().type().ordinal())
                    .withLocked(locked(entities, only));
            return new Job(entities.stream().map(Entity::indicator).toList(), whole);
        }

        private static BitSet locked(List<Entity> entities, java.util.Collection<Indicator> only) {
            BitSet locked = new BitSet();
            for (int i = 0; i < entities.size(); i++) {
                Entity entity = entities.get(i);
                locked.set(i, entity.pinned() || (!only.isEmpty() && !only.contains(entity.indicator())));
            }
            return locked;
        }

        private static double[] coordinates(List<Entity> entities, boolean x) {
            return entities.stream()
                    .mapToDouble(entity -> entity.place()
                            .map(place -> x ? place.x() : place.y())
                            .orElse(Double.NaN))
                    .toArray();
        }

        List<Placement> moved(Positions positions) {
            List<Placement> placements = new ArrayList<>();
            for (int node = 0; node < nodes.size(); node++) {
                boolean same = positions.x(node) == graph.start().x(node)
                        && positions.y(node) == graph.start().y(node);
                if (!same && positions.isPlaced(node)) {
                    placements.add(new Placement(nodes.get(node), positions.x(node), positions.y(node)));
                }
            }
            return placements;
        }
    }
}
